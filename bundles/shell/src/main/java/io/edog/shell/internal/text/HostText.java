package io.edog.shell.internal.text;

import io.edog.api.model.Host;
import io.edog.api.model.Vm;
import io.edog.api.service.ClusterView;
import io.edog.api.view.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hosts for people. */
public final class HostText {

    private static final int MIB_SHIFT = 20;

    private HostText() {}

    public static Table table(List<Host> hosts, ClusterView view) {
        Table table = new Table()
                .column("Name", 20)
                .column("State", 11)
                .column("Agent", 14)
                .column("Libvirt", 14)
                .number("CPUs", 4)
                .number("Memory", 9)
                .number("Free", 9)
                .whenEmpty("There are no hosts: none has reported yet.");
        hosts.forEach(host -> table.row(
                host.name(),
                Words.of(host.state()),
                host.agent(),
                host.libvirt(),
                host.cpus(),
                size(host.memoryMiB()),
                free(host, view)));
        return table;
    }

    public static String details(Host host, ClusterView view) {
        return new Details()
                .line("name", host.name())
                .line("id", host.id())
                .line("state", Words.of(host.state()) + (host.reason().isEmpty() ? "" : " (" + host.reason() + ")"))
                .line("since", host.since())
                .line("agent", host.agent())
                .line("libvirt", host.libvirt())
                .line("cpus", host.cpus())
                .line("memory", size(host.memoryMiB()))
                .line("free", free(host, view))
                .line("boot id", host.bootId())
                .optional("labels", Optional.of(labels(host)))
                .line("vms", guests(host, view))
                .toString();
    }

    private static String guests(Host host, ClusterView view) {
        return view.list(Vm.class).stream()
                .filter(vm ->
                        vm.run().filter(run -> run.host().equals(host.id())).isPresent())
                .map(vm -> vm.name() + " (" + Words.of(vm.state()) + ")")
                .collect(Collectors.collectingAndThen(Collectors.joining(", "), all -> all.isEmpty() ? "none" : all));
    }

    private static String labels(Host host) {
        return host.labels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String free(Host host, ClusterView view) {
        return view.report(host.id()).map(report -> size(report.freeMiB())).orElse("unknown");
    }

    private static String size(long mebibytes) {
        return Amounts.size(mebibytes << MIB_SHIFT);
    }
}
