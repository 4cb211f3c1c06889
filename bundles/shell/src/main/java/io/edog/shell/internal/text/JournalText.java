package io.edog.shell.internal.text;

import io.edog.api.journal.Change;
import io.edog.api.journal.Entry;
import io.edog.api.model.Resource;
import io.edog.api.model.Task;
import io.edog.api.model.User;
import io.edog.api.model.Vm;
import io.edog.api.service.ClusterView;
import io.edog.api.view.Words;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** The journal for people. */
public final class JournalText {

    private JournalText() {}

    public static Table table(List<Entry> entries, ClusterView view) {
        Table table = new Table()
                .number("Index", 8)
                .column("At", 20)
                .column("By", 12)
                .sentence("Changes", 50)
                .whenEmpty("There are no entries there.");
        entries.forEach(entry -> table.row(
                entry.index(),
                entry.set().at().truncatedTo(ChronoUnit.SECONDS),
                Ids.name(User.class, entry.set().by(), view),
                entry.set().changes().stream().map(JournalText::change).collect(Collectors.joining("; "))));
        return table;
    }

    /** A change in a few words, such as {@code vm demo running}. */
    public static String change(Change change) {
        if (change instanceof Change.Removed removed) {
            return removed.kind().word() + " " + Ids.brief(removed.id()) + " removed";
        }
        Resource object = ((Change.Put) change).object();
        return object.resourceKind().word() + " " + words(object);
    }

    private static String words(Resource object) {
        if (object instanceof Vm vm) {
            return vm.name() + " " + VmText.stateAndReason(vm);
        }
        if (object instanceof Task task) {
            return Ids.brief(task.id()) + " " + task.kind() + " " + Words.of(task.state());
        }
        return object.name().isEmpty() ? Ids.brief(object.id()) : object.name();
    }
}
