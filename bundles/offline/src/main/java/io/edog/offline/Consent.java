package io.edog.offline;

import java.io.Console;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Asks before something is lost. */
final class Consent {
    @Option(names = "--yes", description = "Do not ask.")
    private boolean given;

    /** Returns if the answer is yes. */
    void ask(String question) throws IOException {
        if (given) {
            return;
        }
        Console console = Optional.ofNullable(System.console())
                .orElseThrow(() -> new IOException(question + " Nobody is there to answer; say --yes if so."));
        String answer = console.readLine("%s Type yes to go on: ", question);
        if (!"yes".equals(answer)) {
            throw new IOException("nothing was done");
        }
    }
}
