package io.edog.agent.internal.process;

import io.edog.api.hypervisor.GuestProcess;
import io.edog.api.hypervisor.GuestProcesses;
import io.edog.api.journal.Subscription;
import io.edog.libvirt.ProcessFds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guests' processes as the kernel knows them. One thread waits on a descriptor of each watched process, so an end is
 * known at once; where the kernel has no such descriptors it looks at {@code /proc} each tick.
 */
public final class KernelProcesses implements GuestProcesses, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KernelProcesses.class);
    private static final int TICK_MS = 100;
    private static final long STOP_LIMIT_MS = 5_000;

    private final ProcFs proc = new ProcFs(Path.of("/proc"));
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::watchAll, "edog-process-watch");
    private volatile boolean running = true;

    private KernelProcesses() {}

    public static KernelProcesses start() {
        KernelProcesses processes = new KernelProcesses();
        processes.thread.setDaemon(true);
        processes.thread.start();
        return processes;
    }

    @Override
    public Map<String, GuestProcess> running() {
        return proc.guests();
    }

    @Override
    public boolean alive(GuestProcess process) {
        return proc.process(process.pid()).filter(process::equals).isPresent();
    }

    @Override
    public Subscription watch(GuestProcess process, Runnable gone) {
        Watch watch = new Watch(process, gone, ProcessFds.open(process.pid()));
        // the descriptor is of whoever has that id now: only a process that is there after it was opened is held by it
        if (!alive(process)) {
            watch.over();
        }
        watches.add(watch);
        return watch::stop;
    }

    private void watchAll() {
        while (running) {
            List<Integer> ended = ProcessFds.awaitEnd(descriptors(), TICK_MS);
            for (Watch watch : watches) {
                if (watch.stopped.get()) {
                    remove(watch);
                } else if (watch.ended(ended)) {
                    remove(watch);
                    watch.tell();
                }
            }
        }
        watches.forEach(this::remove);
    }

    private List<Integer> descriptors() {
        return watches.stream()
                .flatMap(watch -> watch.descriptor.stream().boxed())
                .toList();
    }

    private void remove(Watch watch) {
        if (watches.remove(watch)) {
            watch.descriptor.ifPresent(ProcessFds::close);
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(STOP_LIMIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Watch {
        private final GuestProcess process;
        private final Runnable gone;
        private final OptionalInt descriptor;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicBoolean over = new AtomicBoolean();

        Watch(GuestProcess process, Runnable gone, OptionalInt descriptor) {
            this.process = process;
            this.gone = gone;
            this.descriptor = descriptor;
        }

        void over() {
            over.set(true);
        }

        void stop() {
            stopped.set(true);
        }

        boolean ended(List<Integer> descriptors) {
            return over.get()
                    || (descriptor.isPresent() ? descriptors.contains(descriptor.getAsInt()) : !alive(process));
        }

        void tell() {
            LOG.debug("process {} is gone", process.pid());
            gone.run();
        }
    }
}
