package io.edog.cluster.internal;

import io.edog.api.journal.Appended;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Subscription;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The journal on ZooKeeper. */
@Component(service = Journal.class)
public final class ZkJournal implements Journal {
    private final Connection connection;
    private final Appender appender;
    private final LogReader reader;
    private final LogTrimmer trimmer;
    private final Worker thread = new Worker("edog-journal");

    @Activate
    public ZkJournal(@Reference Connection connection) {
        this.connection = connection;
        this.appender = new Appender(connection);
        this.reader = new LogReader(connection);
        this.trimmer = new LogTrimmer(connection);
    }

    @Override
    public synchronized Appended append(Entry entry) {
        return appender.append(entry);
    }

    @Override
    public List<Entry> read(Index from, int max) {
        return reader.read(from, max);
    }

    @Override
    public Optional<Entry> read(Index index) {
        return reader.read(index, 1).stream().findFirst();
    }

    @Override
    public Index trimmed() {
        TrimMark mark = Reads.retrying(
                connection,
                connection.settings().limits().read(),
                "the journal's trim mark can't be read",
                (zk, deadline) -> TrimMark.read(zk, connection.paths()).mark());
        return new Index(mark.upTo());
    }

    @Override
    public boolean trim(Epoch epoch, Index upTo) {
        return trimmer.trim(epoch, upTo);
    }

    @Override
    public Subscription watch(Index applied, Runnable wake) {
        return new LogWatch(connection, thread, applied, wake).start();
    }

    @Deactivate
    public void close() {
        thread.close();
    }
}
