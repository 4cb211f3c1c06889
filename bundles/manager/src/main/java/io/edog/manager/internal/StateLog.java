package io.edog.manager.internal;

import io.edog.api.journal.Change;
import io.edog.api.journal.Entry;
import io.edog.api.model.Host;
import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.api.model.Vm;
import io.edog.api.state.ClusterState;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log line for each change of a VM's or host's state and each failed task, with ids and the reason. */
final class StateLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.edog.state");

    private StateLog() {}

    static void applied(ClusterState before, Entry entry, ClusterState after) {
        entry.set().changes().forEach(change -> log(before, entry, change));
    }

    private static void log(ClusterState before, Entry entry, Change change) {
        if (change instanceof Change.Removed removed && removed.kind().listed()) {
            LOG.info(
                    "[{}] {} {} removed by {}",
                    entry.index(),
                    removed.kind().word(),
                    removed.id(),
                    entry.set().by());
        } else if (change instanceof Change.Put put && put.object() instanceof Vm vm) {
            vm(before, entry, vm);
        } else if (change instanceof Change.Put put && put.object() instanceof Host host) {
            host(before, entry, host);
        } else if (change instanceof Change.Put put
                && put.object() instanceof Task task
                && task.state() == TaskState.FAILED) {
            LOG.warn(
                    "[{}] task {} {} of {} failed: {}",
                    entry.index(),
                    task.id(),
                    task.kind(),
                    task.subject(),
                    task.message());
        }
    }

    private static void vm(ClusterState before, Entry entry, Vm vm) {
        String from = before.find(Vm.class, vm.id()).map(v -> word(v.state())).orElse("new");
        if (!from.equals(word(vm.state()))) {
            LOG.info(
                    "[{}] vm {} {} run {}: {} -> {}{}",
                    entry.index(),
                    vm.name(),
                    vm.id(),
                    vm.lastRun(),
                    from,
                    word(vm.state()),
                    why(vm.reason()));
        }
    }

    private static void host(ClusterState before, Entry entry, Host host) {
        String from = before.find(Host.class, host.id())
                .map(h -> word(h.state()) + why(h.reason()))
                .orElse("new");
        String to = word(host.state()) + why(host.reason());
        if (!from.equals(to)) {
            LOG.info("[{}] host {}: {} -> {}", entry.index(), host.id(), from, to);
        }
    }

    private static String why(String reason) {
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
