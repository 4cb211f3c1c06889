package io.edog.manager.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Change;
import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Subscription;
import io.edog.api.json.EntryCodec;
import io.edog.api.model.Host;
import io.edog.api.model.Kind;
import io.edog.api.state.ClusterState;
import io.edog.core.Evolver;
import io.edog.testkit.agent.ManualClock;
import io.edog.testkit.store.Samples;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many hosts there are and however slow, a step does not tell all of them, and first those for which something changed. */
class PublisherTest {
    private static final int HOSTS = 1000;
    private static final Duration ONE_TAKES = Duration.ofMillis(30);
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final int A_STEP = 7;
    private static final Epoch EPOCH = new Epoch(7);

    private final List<String> told = new ArrayList<>();
    private final ManualClock clock = new ManualClock();
    private final Publisher publisher = new Publisher(new Recorder(), clock.withZone(ZoneOffset.UTC), LIMIT);
    private ClusterState state = hosts();

    /** Keeps in mind who was told. */
    private final class Recorder implements ManagerBus {
        @Override
        public boolean publish(Assignments assignments) {
            clock.advance(ONE_TAKES);
            return told.add(assignments.host());
        }

        @Override
        public boolean forget(String host, Epoch epoch) {
            clock.advance(ONE_TAKES);
            return told.add(host);
        }

        @Override
        public Subscription reports(Consumer<HostReport> seen) {
            return () -> {};
        }
    }

    private static ClusterState hosts() {
        return IntStream.range(0, HOSTS)
                .mapToObj(i -> (Change) new Change.Put(Samples.host("h" + i)))
                .reduce(ClusterState.empty(), Evolver::apply, (a, b) -> b);
    }

    private void change(Change change) {
        ChangeSet set = new ChangeSet(new UUID(0, 1), Samples.AT, "ann", List.of(change), List.of());
        Entry entry = EntryCodec.next(state.index(), state.head(), EPOCH, set);
        ClusterState after = Evolver.apply(state, entry);
        publisher.applied(state, entry, after);
        state = after;
    }

    @Test
    void aStepTellsFewAndAllAreToldInTheEnd() {
        publisher.everything(state);
        int steps = 0;
        while (publisher.due()) {
            int before = told.size();
            assertThat(publisher.publish(state, EPOCH)).isTrue();
            assertThat(told.size() - before).isBetween(1, A_STEP);
            steps++;
        }
        assertThat(steps).isEqualTo((HOSTS + A_STEP - 1) / A_STEP);
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        state.list(Host.class).stream().map(Host::id).toList());
    }

    @Test
    void whatChangesDoesNotWaitUntilAllHaveHeardOfTheNewTerm() {
        publisher.everything(state);
        publisher.publish(state, EPOCH);
        told.clear();
        change(new Change.Put(Samples.host("h999")));
        change(new Change.Removed(Kind.HOST, "h998", "", ""));
        publisher.publish(state, EPOCH);
        assertThat(told).hasSize(A_STEP).startsWith("h998", "h999").doesNotHaveDuplicates();
    }
}
