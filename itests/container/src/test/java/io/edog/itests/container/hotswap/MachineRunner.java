package io.edog.itests.container.hotswap;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.runner.notification.RunNotifier;
import org.junit.runners.model.InitializationError;
import org.ops4j.pax.exam.junit.PaxExam;

/** Runs a test class in a container on a machine of its own, which is there before the container starts and after it has ended. */
public final class MachineRunner extends PaxExam {
    private static final AtomicReference<Machine> RUNNING = new AtomicReference<>();

    public MachineRunner(Class<?> type) throws InitializationError {
        super(type);
    }

    /** The machine, started when first asked for. Only in the driver's JVM. */
    static synchronized Machine machine() {
        if (RUNNING.get() == null) {
            RUNNING.set(Machine.start());
        }
        return RUNNING.get();
    }

    @Override
    public void run(RunNotifier notifier) {
        try {
            super.run(notifier);
        } finally {
            Machine machine = RUNNING.getAndSet(null);
            if (machine != null) {
                machine.close();
            }
        }
    }
}
