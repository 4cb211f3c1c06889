package io.edog.shell.internal.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.parsing.DefaultParser;

/**
 * Moves options before arguments, since Karaf takes everything after the first argument for an argument, and people
 * write {@code vm-stop demo --force}.
 */
@Service
public class OptionsFirst implements Parser {

    private final Parser karafs = new DefaultParser();

    @Override
    public CommandLine parse(Session session, String command, int cursor) {
        return karafs.parse(session, command, cursor);
    }

    @Override
    public String preprocess(Session session, CommandLine line) {
        String[] words = line.getArguments();
        if (words.length < 3) {
            return karafs.preprocess(session, line);
        }
        return String.join(" ", sorted(Arrays.asList(words), Commands.flags(words[0])));
    }

    /**
     * The same words, the options and their values first.
     *
     * @param flags the options that take no value
     */
    static List<String> sorted(List<String> words, Set<String> flags) {
        List<String> options = new ArrayList<>(words.subList(0, 1));
        List<String> arguments = new ArrayList<>();
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("-")) {
                arguments.add(word);
                continue;
            }
            options.add(word);
            if (!flags.contains(word) && !word.contains("=") && rest.hasNext()) {
                options.add(rest.next());
            }
        }
        options.addAll(arguments);
        return options;
    }
}
