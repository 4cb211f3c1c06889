package io.edog.agent.internal.converge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Jobs that run when a test says so. */
final class ManualJobs implements Jobs {
    private final Inbox inbox;
    private final List<Job> waiting = new ArrayList<>();

    private final List<Input> held = new ArrayList<>();

    private record Job(String name, Supplier<Input> work) {}

    ManualJobs(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public boolean start(String name, Supplier<Input> work) {
        waiting.add(new Job(name, work));
        return true;
    }

    /** Runs those of that name; their results come with the next run. */
    void hold(String name) {
        List<Job> now =
                waiting.stream().filter(job -> job.name().startsWith(name)).toList();
        waiting.removeAll(now);
        now.forEach(job -> held.add(job.work().get()));
    }

    /** Runs those that wait now and whose name is accepted; false if there are none. */
    boolean run(Predicate<String> accepted) {
        List<Input> late = List.copyOf(held);
        held.clear();
        List<Job> now =
                waiting.stream().filter(job -> accepted.test(job.name())).toList();
        waiting.removeAll(now);
        now.forEach(job -> inbox.result(job.work().get()));
        late.forEach(inbox::result);
        return !now.isEmpty() || !late.isEmpty();
    }
}
