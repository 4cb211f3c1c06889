package io.edog.shell.internal.text;

import io.edog.api.model.Disk;
import io.edog.api.model.Policy;
import io.edog.api.model.Run;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import io.edog.api.service.ClusterView;
import io.edog.api.view.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** VMs for people. */
public final class VmText {

    private static final int MIB_SHIFT = 20;

    private VmText() {}

    public static Table table(List<Vm> vms, ClusterView view) {
        Table table = new Table()
                .column("Name", 24)
                .column("State", 8)
                .column("Host", 16)
                .number("CPUs", 4)
                .number("Memory", 9)
                .column("Seen", 6)
                .column("Id", 8)
                .whenEmpty("There are no VMs.");
        Instant now = Instant.now();
        vms.forEach(vm -> table.row(
                vm.name(),
                Words.of(vm.state()),
                vm.run().map(Run::host).orElse(""),
                vm.cpus(),
                memory(vm),
                Amounts.ago(view.observedAt(vm), now),
                Ids.brief(vm.id())));
        return table;
    }

    public static String details(Vm vm, ClusterView view) {
        Details details = new Details()
                .line("name", vm.name())
                .line("id", vm.id())
                .line("state", stateAndReason(vm))
                .line("since", vm.since())
                .line("seen", Amounts.ago(view.observedAt(vm), Instant.now()))
                .line("desired", Words.of(vm.desired()))
                .optional("host", vm.run().map(Run::host))
                .optional("run", vm.run().map(Run::number))
                .line("cpus", vm.cpus())
                .line("memory", memory(vm))
                .line("policy", policy(vm.policy()))
                .line("version", vm.version())
                .optional("pending", Optional.of(String.join(", ", vm.pending())));
        vm.disks().forEach(disk -> details.line("disk " + vm.disks().indexOf(disk), disk(disk, view)));
        vm.nics()
                .forEach(nic -> details.line(
                        "nic " + vm.nics().indexOf(nic), nic.bridge() + ", " + nic.mac() + ", " + nic.model()));
        return details.toString();
    }

    /** What a VM is now, in a sentence. */
    public static String sentence(ClusterView view, String id) {
        return view.find(Vm.class, id).map(VmText::sentence).orElse("The VM " + id + " is gone.");
    }

    /** What a VM is defined as, in a sentence. */
    public static String definition(ClusterView view, String id) {
        return view.find(Vm.class, id).map(VmText::definition).orElse("The VM " + id + " is gone.");
    }

    private static String sentence(Vm vm) {
        String where = vm.run().map(run -> " on " + run.host()).orElse("");
        return vm.name() + " (" + vm.id() + ") is " + Words.of(vm.state()) + where + ".";
    }

    private static String definition(Vm vm) {
        String pending = vm.pending().isEmpty()
                ? ""
                : " Takes effect at its next start: " + String.join(", ", vm.pending()) + ".";
        return vm.name() + " has " + vm.cpus() + " CPU(s) and " + memory(vm) + ", version " + vm.version() + "."
                + pending;
    }

    static String stateAndReason(Vm vm) {
        return Words.of(vm.state()) + (vm.reason().isEmpty() ? "" : " (" + vm.reason() + ")");
    }

    private static String memory(Vm vm) {
        return Amounts.size(vm.memoryMiB() << MIB_SHIFT);
    }

    private static String policy(Policy policy) {
        return "crash: " + Words.of(policy.onCrash()) + ", shutdown: " + Words.of(policy.onShutdown()) + ", host loss: "
                + Words.of(policy.onHostLoss());
    }

    private static String disk(Disk disk, ClusterView view) {
        return Ids.name(Volume.class, disk.volume(), view) + " (" + disk.volume() + "), " + Words.of(disk.bus());
    }
}
