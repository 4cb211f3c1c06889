package io.edog.cluster.internal;

import io.edog.api.journal.JournalException;
import io.edog.api.member.Ensemble;
import io.edog.api.member.EnsembleException;
import io.edog.api.member.Voter;
import io.edog.api.member.VoterRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ZooKeeper's servers by its dynamic reconfiguration. */
@Component(service = Ensemble.class)
public final class ZkEnsemble implements Ensemble {
    private static final Logger LOG = LoggerFactory.getLogger(ZkEnsemble.class);

    private final Connection connection;
    private final Settings settings;

    @Activate
    public ZkEnsemble(@Reference Connection connection) {
        this.connection = connection;
        this.settings = connection.settings();
    }

    @Override
    public boolean managed() {
        return settings.managed();
    }

    @Override
    public List<Voter> voters() {
        checkManaged();
        return ask(settings.limits().read(), "the voters can't be read", zk -> {
            Map<Integer, String> notes = VoterNotes.read(zk, settings.paths());
            return VoterSet.of(zk.getConfig(false, new Stat())).voters().stream()
                    .map(voter -> noted(voter, notes.getOrDefault(voter.id(), voter.client())))
                    .toList();
        });
    }

    private static Voter noted(Voter voter, String client) {
        return new Voter(voter.id(), voter.host(), voter.peerPort(), voter.electionPort(), client, voter.role());
    }

    @Override
    public synchronized void add(Voter voter) {
        checkManaged();
        if (voter.role() != VoterRole.PARTICIPANT) {
            throw new EnsembleException("only servers that vote are added");
        }
        ask(settings.limits().reconfig(), "the address of voter " + voter.id() + " can't be noted", zk -> {
            VoterNotes.write(zk, settings, voter.id(), voter.client());
            return voter;
        });
        new Reconfiguration(connection, voter.client()).awaitFollowing(voter);
        change("voter " + voter.id() + " at " + voter.host() + " can't be taken in", set -> set.with(voter));
        LOG.info("voter {} at {} was taken in", voter.id(), voter.host());
    }

    @Override
    public synchronized void remove(int id) {
        checkManaged();
        change("voter " + id + " can't be left out", set -> {
            VoterSet left = set.without(id);
            if (left.voters().isEmpty()) {
                throw new EnsembleException("voter " + id + " is the only one");
            }
            return left;
        });
        ask(settings.limits().reconfig(), "the address of voter " + id + " can't be forgotten", zk -> {
            VoterNotes.forget(zk, settings.paths(), id);
            return id;
        });
        LOG.info("voter {} was left out", id);
    }

    private void change(String failure, Reconfiguration.Change change) {
        new Reconfiguration(connection, connection.connect()).make(failure, change);
    }

    /** A call on a session. */
    @FunctionalInterface
    private interface Call<T> {
        T on(ZooKeeper zk) throws KeeperException, InterruptedException;
    }

    private <T> T ask(Duration limit, String failure, Call<T> call) {
        try {
            return Reads.retrying(connection, limit, failure, (zk, deadline) -> call.on(zk));
        } catch (JournalException e) {
            throw new EnsembleException(String.valueOf(e.getMessage()), e);
        }
    }

    private void checkManaged() {
        if (!settings.managed()) {
            throw new EnsembleException("ZooKeeper at " + settings.connect()
                    + " is not managed by edog: its servers are changed by its own means");
        }
    }
}
