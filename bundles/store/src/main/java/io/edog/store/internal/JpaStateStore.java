package io.edog.store.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.member.StateMark;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateHeader;
import io.edog.api.state.StateStore;
import io.edog.api.state.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state in a relational database, by JPA. It is there as long as the database's DataSource is. */
@Component(service = StateStore.class, configurationPid = StoreConfig.PID)
@Designate(ocd = StoreConfig.class)
public final class JpaStateStore implements StateStore {
    private static final Logger LOG = LoggerFactory.getLogger(JpaStateStore.class);

    private final Transactions transactions;
    private final int batch;
    private final int pruneBatch;

    @Activate
    public JpaStateStore(
            @Reference(target = "(osgi.unit.name=edog)") JpaTemplate jpa,
            @Reference(target = "(osgi.jdbc.driver.name=derby)") DataSourceFactory derby,
            StoreConfig config)
            throws SQLException {
        this(transactions(jpa, EmbeddedDerby.of(config, derby)), config.load_batch(), config.prune_batch());
        announce();
    }

    JpaStateStore(Transactions transactions, int batch, int pruneBatch) {
        this.transactions = transactions;
        this.batch = batch;
        this.pruneBatch = pruneBatch;
    }

    private static Transactions transactions(JpaTemplate jpa, Optional<EmbeddedDerby> derby) {
        Transactions all = new TemplateTransactions(jpa);
        return derby.<Transactions>map(database -> new DerbyTransactions(all, database))
                .orElse(all);
    }

    @Override
    public ClusterState load() {
        return run("load the state", em -> new StateReader(em, batch).read());
    }

    @Override
    public void apply(Entry entry, ClusterState after) {
        write("apply entry " + entry.index(), em -> StateWriter.write(em, entry, after), meta -> meta.isAt(entry));
    }

    @Override
    public void install(ClusterState state) {
        String what = "install the state of index " + state.index();
        Place place = Place.of(state);
        write(what, em -> new StateWhole(em, batch).install(state), meta -> meta.isAt(place, state.hash()));
        LOG.info(
                "state of index {} installed, state hash {}",
                state.index(),
                state.hash().hex());
    }

    /**
     * Replaces everything by a state from a stream, whatever index the database has, without ever holding all of it.
     *
     * @param in as {@link io.edog.api.state.StateCodec} writes it; read twice: for its header, and whole
     */
    StateHeader replace(Streamed in) {
        return run("be replaced", em -> new StateWhole(em, batch).replace(in));
    }

    /** Forgets everything, as if nothing had ever been applied. */
    void empty() {
        run("be emptied", em -> new StateWhole(em, batch).empty());
    }

    /** Where it says it is. */
    Place place() {
        return run("say where it is", em -> em.find(MetaRow.class, MetaRow.KEY).place());
    }

    /** Where the database is, after looking whether its rows give the recorded state hash. */
    StateMark check() {
        return run("be checked", em -> {
            MetaRow meta = new StateReader(em, batch).check();
            return new StateMark(meta.applied(), meta.hash());
        });
    }

    private void write(String what, Function<EntityManager, Index> work, Predicate<MetaRow> done) {
        try {
            run(what, work);
        } catch (StoreException e) {
            // A commit may fail after it took effect: the database knows.
            if (!run(what, em -> done.test(em.find(MetaRow.class, MetaRow.KEY)))) {
                throw e;
            }
        }
    }

    @Override
    public List<Entry> archive(Index from, int max) {
        return max < 1 ? List.of() : run("read archived entries", em -> new Archive(em).read(from, max));
    }

    @Override
    public Index oldest() {
        return run("find the oldest archived entry", em -> {
            Archive archive = new Archive(em);
            return archive.oldest().orElseGet(() -> archive.applied().next());
        });
    }

    @Override
    public void prune(Index below) {
        boolean more = true;
        while (more) {
            more = run("prune the archive", em -> new Archive(em).prune(below, pruneBatch));
        }
    }

    private void announce() {
        try {
            LOG.info("database ready: {}", run("say what it is", DatabaseInfo::of));
        } catch (StoreException e) {
            LOG.warn("database not ready: {}", e.getMessage());
        }
    }

    private <T> T run(String what, Function<EntityManager, T> work) {
        try {
            return transactions.run(work);
        } catch (StoreException | StateWriter.NotNext | StateInstaller.Older e) {
            throw e;
        } catch (RuntimeException e) {
            Causes.keepInterrupt(e);
            throw new StoreException("The database can't " + what + ": " + Causes.deepest(e), e);
        }
    }
}
