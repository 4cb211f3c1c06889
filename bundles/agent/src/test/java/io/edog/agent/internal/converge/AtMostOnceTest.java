package io.edog.agent.internal.converge;

import static io.edog.agent.internal.converge.AgentRig.VM;
import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestState;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.model.Power;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever happens, and in whatever order: a run is begun at most once, what was reported as ended never runs again, and
 * when the faults stop the host has what it shall have. Each seed is one history, and the same one each time.
 */
class AtMostOnceTest {
    private static final int EVENTS = 80;

    @Property(tries = 300)
    void whateverHappens(@ForAll long seed) throws IOException {
        Path directory = Files.createTempDirectory("edog-agent");
        try {
            new History(seed, new AgentRig(directory, new MemoryRecords())).play();
        } finally {
            Files.deleteIfExists(directory.resolve("boot_id"));
            Files.delete(directory);
        }
    }

    /** One history of a host with one VM. */
    private static final class History {
        private final Random random;
        private final AgentRig rig;
        private final Set<Long> ended = new HashSet<>();
        private long run = 1;
        private long index = 1;
        private GuestAssignment assigned = AgentRig.guest(1, Power.RUNNING);

        History(long seed, AgentRig rig) {
            this.random = new Random(seed);
            this.rig = rig;
        }

        void play() {
            if (random.nextInt(4) == 0) {
                rig.hypervisor.hideProcesses();
            }
            rig.offer(1, index, List.of(assigned), List.of());
            for (int i = 0; i < EVENTS; i++) {
                happen(random.nextInt(20));
                check();
            }
            calmDown();
        }

        private void happen(int what) {
            switch (what) {
                case 0 -> nextRun();
                case 1 -> assign(AgentRig.guest(run, Power.RUNNING));
                case 2 -> assign(AgentRig.guest(run, Power.PAUSED));
                case 3 -> assign(rig.stopping(run, 3, random.nextBoolean()));
                case 4 -> removeVm();
                case 5 -> ifThere(() -> rig.hypervisor.kill(VM));
                case 6 -> ifThere(() -> rig.hypervisor.powerOff(VM));
                case 7 -> ifThere(() -> rig.hypervisor.dieUnnoticed(VM));
                case 8 -> rig.hypervisor.silence("hangs");
                case 9 -> rig.hypervisor.answer();
                case 10 -> rig.hypervisor.loseNextCreation(random.nextBoolean());
                case 11 -> comeTrue();
                case 12 -> restart();
                case 13 -> rig.settleOnce("look");
                case 14 -> rig.settleOnce("guest");
                case 15 -> rig.stepAndHold("look");
                case 16 -> rig.stepAndHold("guest");
                case 17 -> crashAtWork();
                default -> rig.pass(Duration.ofMillis(100L * random.nextInt(20)));
            }
        }

        /** As the manager does: a new run only after the last was reported as ended. */
        private void nextRun() {
            if (ended.contains(run)) {
                run++;
                assign(AgentRig.guest(run, Power.RUNNING));
            }
        }

        /** A run that is no longer assigned never comes back; the next has another number. */
        private void removeVm() {
            run++;
            assigned = AgentRig.guest(run, Power.RUNNING);
            rig.offer(1, ++index, List.of(), List.of());
        }

        private void assign(GuestAssignment next) {
            assigned = next;
            rig.offer(1, ++index, List.of(next), List.of());
        }

        /** Between any two jobs; what was under way is lost with its results. */
        private void restart() {
            rig.restart();
            rig.settleOnce(random.nextBoolean() ? "look" : "none");
            rig.offer(1, index, List.of(assigned), List.of());
        }

        /** With the work done and its result lost. */
        private void crashAtWork() {
            rig.stepAndHold("guest");
            restart();
        }

        private void ifThere(Runnable fault) {
            if (there()) {
                fault.run();
            }
        }

        private boolean there() {
            return !rig.hypervisor.everything().isEmpty();
        }

        private void comeTrue() {
            if (!there()) {
                rig.hypervisor.comeTrue();
            }
        }

        private void check() {
            rig.bus
                    .reports()
                    .forEach(report -> report.guests().stream()
                            .filter(guest -> guest.state() == GuestState.ENDED)
                            .map(GuestReport::run)
                            .forEach(ended::add));
            for (long each = 1; each <= run; each++) {
                assertThat(Collections.frequency(rig.calls(), "create " + each)).isLessThanOrEqualTo(1);
            }
            assertThat(rig.hypervisor.everything())
                    .filteredOn(domain -> ended.contains(domain.key().run()))
                    .extracting(Domain::state)
                    .doesNotContain(DomainState.RUNNING);
        }

        private void calmDown() {
            rig.hypervisor.answer();
            rig.pass(Duration.ofSeconds(5));
            check();
            nextRun();
            assign(AgentRig.guest(run, Power.RUNNING));
            rig.pass(Duration.ofSeconds(30));
            GuestState state = rig.guest(run).state();
            assertThat(state).isIn(GuestState.RUNNING, GuestState.ENDED);
            check();
        }
    }
}
