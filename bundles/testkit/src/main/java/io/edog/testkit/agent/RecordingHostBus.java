package io.edog.testkit.agent;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.BusException;
import io.edog.api.bus.HostBus;
import io.edog.api.bus.HostReport;
import io.edog.api.journal.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A host's end of the bus with a test at the other end. Thread-safe. */
public final class RecordingHostBus implements HostBus {
    private final List<HostReport> reports = new CopyOnWriteArrayList<>();
    private final List<Consumer<Assignments>> subscribers = new CopyOnWriteArrayList<>();
    private volatile Optional<Assignments> assignments = Optional.empty();
    private volatile Optional<String> broken = Optional.empty();

    /** Gives the host its assignments. */
    public void assign(Assignments newest) {
        assignments = Optional.of(newest);
        subscribers.forEach(subscriber -> subscriber.accept(newest));
    }

    /** From now on reports can't be sent. */
    public void cut(String why) {
        broken = Optional.of(why);
    }

    /** From now on they can. */
    public void mend() {
        broken = Optional.empty();
    }

    /** All reports sent, oldest first. */
    public List<HostReport> reports() {
        return List.copyOf(reports);
    }

    /** The newest report. */
    public Optional<HostReport> last() {
        List<HostReport> all = reports();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public Subscription assignments(String host, Consumer<Assignments> changed) {
        subscribers.add(changed);
        assignments.ifPresent(changed);
        return () -> subscribers.remove(changed);
    }

    @Override
    public void report(HostReport report) {
        broken.ifPresent(why -> {
            throw new BusException(why);
        });
        reports.add(report);
    }
}
