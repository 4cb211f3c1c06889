package io.edog.shell.internal.completer;

import io.edog.api.model.PolicyAction;
import io.edog.api.view.Words;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Offers the words for policies. */
@Service
public class PolicyCompleter implements Completer {

    private static final Completer WORDS = new StringsCompleter(
            Arrays.stream(PolicyAction.values()).map(Words::of).toList());

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return WORDS.complete(session, line, candidates);
    }
}
