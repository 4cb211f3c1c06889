package io.edog.api.view;

import io.edog.api.model.Disk;
import io.edog.api.model.Host;
import io.edog.api.model.Nic;
import io.edog.api.model.Policy;
import io.edog.api.model.Run;
import io.edog.api.model.Template;
import io.edog.api.model.User;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import io.edog.api.service.ClusterView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the first edog, read-only, as rows of text columns. */
public final class TableViews {

    private static final Map<String, Function<ClusterView, Stream<Map<String, String>>>> TABLES = tables();

    private TableViews() {}

    /** The names of the tables, in their old order. */
    public static List<String> names() {
        return List.copyOf(TABLES.keySet());
    }

    /**
     * The rows of a table; columns keep their order.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    public static List<Map<String, String>> rows(String table, ClusterView view) {
        Function<ClusterView, Stream<Map<String, String>>> rows = TABLES.get(table);
        if (rows == null) {
            throw new IllegalArgumentException("no such table: " + table);
        }
        return rows.apply(view).toList();
    }

    private static Map<String, Function<ClusterView, Stream<Map<String, String>>>> tables() {
        Map<String, Function<ClusterView, Stream<Map<String, String>>>> tables = new LinkedHashMap<>();
        tables.put("vm_t", view -> view.list(Vm.class).stream().map(TableViews::vm));
        tables.put("pm_t", view -> view.list(Host.class).stream().map(host -> host(host, view)));
        tables.put("cust_t", view -> view.list(User.class).stream().map(TableViews::customer));
        tables.put("disk_t", view -> view.list(Volume.class).stream().map(TableViews::volume));
        tables.put("disk_vm_t", view -> view.list(Vm.class).stream().flatMap(TableViews::attachments));
        tables.put("stddisk_t", view -> view.list(Template.class).stream().map(TableViews::template));
        tables.put("option_t", view -> options(Policy.DEFAULT));
        return tables;
    }

    private static Map<String, String> vm(Vm vm) {
        return row(
                "uuid", vm.id(),
                "name", vm.name(),
                "customer", vm.owner(),
                "cpu", Integer.toString(vm.cpus()),
                "memory", Long.toString(vm.memoryMiB()),
                "state", Words.of(vm.state()),
                "desired", Words.of(vm.desired()),
                "pm", vm.run().map(Run::host).orElse(""),
                "nic", vm.nics().stream().map(TableViews::nic).collect(Collectors.joining(" ")));
    }

    private static String nic(Nic nic) {
        return nic.bridge() + "," + nic.mac() + "," + nic.model();
    }

    private static Map<String, String> host(Host host, ClusterView view) {
        String free = view.report(host.id())
                .map(report -> Long.toString(report.freeMiB()))
                .orElse("");
        return row(
                "id", host.id(),
                "name", host.name(),
                "state", Words.of(host.state()),
                "cpu", Integer.toString(host.cpus()),
                "memory", Long.toString(host.memoryMiB()),
                "free", free);
    }

    private static Map<String, String> customer(User user) {
        return row(
                "id", user.id(),
                "name", user.name(),
                "locked", Boolean.toString(user.locked()),
                "roles", String.join(",", user.roles()));
    }

    private static Map<String, String> volume(Volume volume) {
        return row(
                "uuid", volume.id(),
                "name", volume.name(),
                "customer", volume.owner(),
                "pool", volume.pool(),
                "capacity", Long.toString(volume.sizeBytes()),
                "state", Words.of(volume.state()));
    }

    private static Stream<Map<String, String>> attachments(Vm vm) {
        return vm.disks().stream().map(disk -> attachment(vm, disk));
    }

    private static Map<String, String> attachment(Vm vm, Disk disk) {
        return row("disk", disk.volume(), "vm", vm.id(), "driver", Words.of(disk.bus()));
    }

    private static Map<String, String> template(Template template) {
        return row(
                "uuid", template.id(),
                "name", template.name(),
                "pool", template.pool(),
                "capacity", Long.toString(template.sizeBytes()),
                "os", template.os(),
                "version", template.version());
    }

    private static Stream<Map<String, String>> options(Policy policy) {
        return Stream.of(
                row("key", "onCrash", "value", Words.of(policy.onCrash())),
                row("key", "onShutdown", "value", Words.of(policy.onShutdown())),
                row("key", "onHostLoss", "value", Words.of(policy.onHostLoss())));
    }

    private static Map<String, String> row(String... columnsAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return row;
    }
}
