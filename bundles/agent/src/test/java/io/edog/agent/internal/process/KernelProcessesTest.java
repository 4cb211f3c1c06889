package io.edog.agent.internal.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.hypervisor.GuestProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KernelProcessesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final KernelProcesses processes = KernelProcesses.start();
    private final ProcFs proc = new ProcFs(Path.of("/proc"));

    @AfterEach
    void close() {
        processes.close();
    }

    @Test
    void theEndOfAProcessIsToldOnce() throws IOException {
        Process sleep = sleep();
        GuestProcess process = proc.process(sleep.pid()).orElseThrow();
        AtomicInteger told = new AtomicInteger();
        processes.watch(process, told::incrementAndGet);
        assertThat(processes.alive(process)).isTrue();

        sleep.destroyForcibly();

        await().atMost(LIMIT).untilAtomic(told, org.hamcrest.Matchers.is(1));
        sleep.onExit().join();
        assertThat(processes.alive(process)).isFalse();
    }

    @Test
    void anotherProcessWithThatIdIsNotTheOne() throws IOException {
        Process sleep = sleep();
        try {
            GuestProcess process = proc.process(sleep.pid()).orElseThrow();
            GuestProcess former = new GuestProcess(process.pid(), process.startTicks() - 1);
            AtomicBoolean told = new AtomicBoolean();
            processes.watch(former, () -> told.set(true));

            await().atMost(LIMIT).untilTrue(told);
            assertThat(processes.alive(former)).isFalse();
            assertThat(processes.alive(process)).isTrue();
        } finally {
            sleep.destroyForcibly();
        }
    }

    @Test
    void whoIsNotWatchedAnyMoreIsNotTold() throws IOException {
        Process first = sleep();
        Process second = sleep();
        AtomicBoolean toldFirst = new AtomicBoolean();
        AtomicBoolean toldSecond = new AtomicBoolean();
        processes
                .watch(proc.process(first.pid()).orElseThrow(), () -> toldFirst.set(true))
                .close();
        processes.watch(proc.process(second.pid()).orElseThrow(), () -> toldSecond.set(true));

        first.destroyForcibly();
        second.destroyForcibly();

        await().atMost(LIMIT).untilTrue(toldSecond);
        assertThat(toldFirst).isFalse();
    }

    @Test
    void whatIsNoGuestIsNotListed() {
        assertThat(processes.running().values())
                .noneMatch(it -> it.pid() == ProcessHandle.current().pid());
    }

    private static Process sleep() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }
}
