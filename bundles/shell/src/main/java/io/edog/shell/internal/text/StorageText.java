package io.edog.shell.internal.text;

import io.edog.api.model.Template;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import io.edog.api.service.ClusterView;
import io.edog.api.view.PoolView;
import io.edog.api.view.Words;
import java.util.List;

/** Templates, volumes and pools for people. */
public final class StorageText {

    private StorageText() {}

    public static Table templates(List<Template> templates) {
        Table table = new Table()
                .column("Name", 22)
                .column("OS", 10)
                .column("Version", 12)
                .column("Pool", 12)
                .number("Size", 9)
                .column("State", 8)
                .column("Id", 8)
                .whenEmpty("There are no templates.");
        templates.forEach(template -> table.row(
                template.name(),
                template.os(),
                template.version(),
                template.pool(),
                Amounts.size(template.sizeBytes()),
                Words.of(template.state()),
                Ids.brief(template.id())));
        return table;
    }

    public static Table volumes(List<Volume> volumes, ClusterView view) {
        Table table = new Table()
                .column("Name", 24)
                .column("Pool", 12)
                .number("Size", 9)
                .column("State", 8)
                .column("Attached to", 20)
                .column("Id", 8)
                .whenEmpty("There are no volumes.");
        volumes.forEach(volume -> table.row(
                volume.name(),
                volume.pool(),
                Amounts.size(volume.sizeBytes()),
                Words.of(volume.state()),
                Ids.name(Vm.class, volume.attachedTo(), view),
                Ids.brief(volume.id())));
        return table;
    }

    public static Table pools(List<PoolView> pools) {
        Table table = new Table()
                .column("Name", 16)
                .column("Driver", 8)
                .column("Host", 16)
                .column("Usable", 6)
                .number("Free", 9)
                .number("Capacity", 9)
                .sentence("Detail", 18)
                .whenEmpty("There are no pools: no host has reported one.");
        pools.forEach(pool -> pool.hosts()
                .forEach(on -> table.row(
                        pool.name(),
                        pool.driver(),
                        on.host(),
                        on.usable() ? "yes" : "no",
                        Amounts.size(on.freeBytes()),
                        Amounts.size(on.capacityBytes()),
                        on.detail())));
        return table;
    }
}
