package io.edog.shell.internal.command;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.view.JournalEntryView;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.call.JournalSearch;
import io.edog.shell.internal.text.Amounts;
import io.edog.shell.internal.text.JournalText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code edog:journal-list}. */
@Service
@Command(scope = "edog", name = "journal-list", description = "Lists what happened, who caused it, and what changed")
@Parsing(OptionsFirst.class)
public class JournalList extends EdogCommand {

    private static final int MOST = 1_000;

    @Option(
            name = "--since",
            description = "An index, or how long ago, such as 90s, 10m, 2h or 7d; without it, the newest entries")
    private @Nullable String since;

    @Option(name = "--limit", description = "At most this many entries, up to 1000")
    private int limit = 50;

    @Override
    protected void run(Call call) {
        if (limit < 1 || limit > MOST) {
            throw Failure.usage(
                    "--limit", "A limit is between 1 and " + MOST + ".", "Follow what is more with --since.");
        }
        Index head = call.view().index();
        List<Entry> entries = call.cluster().journal(call.principal(), from(call, head), limit);
        call.output().show(JournalEntryView.page(entries, head), JournalText.table(entries, call.view()));
    }

    private Index from(Call call, Index head) {
        if (since == null) {
            return new Index(Math.max(1, head.value() - limit + 1));
        }
        if (since.chars().allMatch(Character::isDigit) && !since.isEmpty()) {
            return index(since);
        }
        Duration ago = Amounts.duration(since)
                .orElseThrow(() -> Failure.usage(
                        "--since",
                        "'" + since + "' is neither an index nor a time.",
                        "Write 120, or 90s, 10m, 2h, 7d."));
        return JournalSearch.since(call, Instant.now().minus(ago), head);
    }

    private static Index index(String digits) {
        try {
            return new Index(Math.max(1, Long.parseLong(digits)));
        } catch (NumberFormatException e) {
            throw Failure.usage("--since", "'" + digits + "' is too large.", "Give an index that there is.");
        }
    }
}
