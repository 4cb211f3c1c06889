package io.edog.cluster.internal;

import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a node that was elected comes to its epoch: it goes on in its last one if a quorum confirms that, else it takes the next. */
final class Accession {
    private static final Logger LOG = LoggerFactory.getLogger(Accession.class);

    private final Connection connection;
    private final Tenure tenure;
    private final EpochRegister register;

    Accession(Connection connection, Tenure tenure) {
        this.connection = connection;
        this.tenure = tenure;
        this.register = new EpochRegister(connection.settings());
    }

    /**
     * Leads from now on, unless it does already; false if something was lost meanwhile and it must be tried again.
     *
     * @param seen who took the newest epoch that is known here: if somebody else did, a term that is held may be over
     */
    boolean lead(Optional<Reign> seen) throws KeeperException, InterruptedException {
        long losses = tenure.losses();
        ZooKeeper zk = connection.session();
        boolean leads = tenure.epoch(zk).isPresent();
        if (leads && seen.filter(reign -> !reign.in(zk.getSessionId())).isEmpty()) {
            return true;
        }
        Optional<Term> before = tenure.last().filter(term -> term.session() == zk);
        boolean still = before.isPresent() && register.confirms(zk, before.get().epoch());
        Term term = still ? before.get() : register.take(zk);
        boolean given = tenure.give(term, losses);
        if (given && !(leads && still)) {
            LOG.info("{} leads {} epoch {}", connection.settings().node(), still ? "on in" : "in", term.epoch());
        }
        return given;
    }
}
