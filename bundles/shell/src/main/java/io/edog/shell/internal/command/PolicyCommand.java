package io.edog.shell.internal.command;

import io.edog.api.model.Policy;
import io.edog.api.model.PolicyAction;
import io.edog.api.view.Words;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.completer.PolicyCompleter;
import java.util.Arrays;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.jspecify.annotations.Nullable;

/** A command that can set what happens when a guest ends by itself. */
public abstract class PolicyCommand extends TaskCommand {

    @Option(name = "--on-crash", description = "When the guest crashes: restart, stop or leave")
    @Completion(PolicyCompleter.class)
    private @Nullable String onCrash;

    @Option(name = "--on-shutdown", description = "When the guest powers itself off: restart, stop or leave")
    @Completion(PolicyCompleter.class)
    private @Nullable String onShutdown;

    @Option(name = "--on-host-loss", description = "When its host is lost: restart, stop or leave")
    @Completion(PolicyCompleter.class)
    private @Nullable String onHostLoss;

    /** A policy with what the options say changed in it. */
    protected final Policy policy(Policy base) {
        return new Policy(
                action("--on-crash", onCrash, base.onCrash()),
                action("--on-shutdown", onShutdown, base.onShutdown()),
                action("--on-host-loss", onHostLoss, base.onHostLoss()));
    }

    private static PolicyAction action(String option, @Nullable String word, PolicyAction otherwise) {
        if (word == null) {
            return otherwise;
        }
        return Arrays.stream(PolicyAction.values())
                .filter(action -> Words.of(action).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        Failure.usage(option, "'" + word + "' is no policy.", "Use one of: restart, stop, leave."));
    }
}
