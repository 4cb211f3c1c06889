package io.edog.shell.internal.text;

import io.edog.api.model.Power;
import io.edog.api.model.Restarts;
import io.edog.api.model.Run;
import io.edog.api.model.StopRequest;
import io.edog.api.model.Task;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.service.ClusterView;
import io.edog.api.view.TaskView;
import io.edog.api.view.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a VM is what it is. The REST API has no such body: it is made of the VM, its task and its restarts.
 *
 * @param ageMs how old the observation is, in milliseconds
 * @param awaited what has to happen next, in a sentence, if anything has
 */
public record WhyView(
        String id,
        String name,
        VmState state,
        String reason,
        Instant since,
        Instant observedAt,
        long ageMs,
        Power desired,
        Optional<String> host,
        OptionalLong run,
        Restarts restarts,
        Optional<StopRequest> stop,
        Optional<TaskView> task,
        Optional<String> awaited) {

    /** Why a VM is what it is, as a view shows it now. */
    public static WhyView of(Vm vm, ClusterView view) {
        Instant observed = view.observedAt(vm);
        Optional<Task> task = vm.task().flatMap(id -> view.find(Task.class, id));
        return new WhyView(
                vm.id(),
                vm.name(),
                vm.state(),
                vm.reason(),
                vm.since(),
                observed,
                Math.max(0, Duration.between(observed, Instant.now()).toMillis()),
                vm.desired(),
                vm.run().map(Run::host),
                vm.run().map(run -> OptionalLong.of(run.number())).orElse(OptionalLong.empty()),
                vm.restarts(),
                vm.stop(),
                task.map(TaskView::of),
                awaited(vm, task));
    }

    /** For people. */
    public String text() {
        return new Details()
                .line("vm", name + " (" + id + ")")
                .line("state", Words.of(state))
                .line("reason", reason.isEmpty() ? "none given" : reason)
                .line("since", since)
                .line("seen", Amounts.ago(observedAt, observedAt.plusMillis(ageMs)))
                .line("desired", Words.of(desired))
                .optional("host", host)
                .optional("run", run.isPresent() ? Optional.of(run.getAsLong()) : Optional.empty())
                .line("restarts", restartsText())
                .line("awaited", awaited.orElse("nothing"))
                .toString();
    }

    private String restartsText() {
        String pending =
                restarts.notBefore().map(at -> ", next not before " + at).orElse("");
        return restarts.count() + pending + (restarts.held() ? ", held until somebody starts it" : "");
    }

    private static Optional<String> awaited(Vm vm, Optional<Task> task) {
        return task.filter(open -> !open.state().finished())
                .map(open -> open.kind() + ": " + open.message())
                .or(() -> vm.restarts().notBefore().map(at -> "A restart, not before " + at + "."))
                .or(() -> Optional.of("A person: it is held.")
                        .filter(held -> vm.restarts().held()))
                .or(() -> Optional.of("Word from its host.").filter(word -> vm.state() == VmState.UNKNOWN));
    }
}
