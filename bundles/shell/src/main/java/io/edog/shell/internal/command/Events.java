package io.edog.shell.internal.command;

import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Call;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code edog:events}. */
@Service
@Command(
        scope = "edog",
        name = "events",
        description = "Follows what happens, until Ctrl-C; with --json, one line {event,data} for each event")
@Parsing(OptionsFirst.class)
public class Events extends EdogCommand {

    @Option(name = "--count", description = "End after this many events")
    private int count = Integer.MAX_VALUE;

    @Option(name = "--since", description = "Begin with what happened after this index; without it, with what comes")
    private @Nullable Long since;

    @Override
    protected void run(Call call) throws InterruptedException {
        if (count < 1 || (since != null && since < 0)) {
            throw Failure.usage("--count", "A count is at least 1, an index at least 0.", "Leave it out.");
        }
        Index after = since == null ? call.view().index() : new Index(since);
        EventPrinter printer = new EventPrinter(call, count);
        try (Subscription subscription = call.cluster().follow(after, call.principal(), printer)) {
            Call.await(printer.end(), call.edge().limits().follow(), "Following");
        }
    }
}
