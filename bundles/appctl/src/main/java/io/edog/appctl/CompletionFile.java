package io.edog.appctl;

import io.edog.appctl.cli.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.AutoComplete;

/** Writes the completion for bash into a file; part of the build. */
public final class CompletionFile {
    private CompletionFile() {}

    /** Takes the file's path. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text());
    }

    static String text() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Console console = new Console(nowhere, nowhere, Map.of(), false, question -> Optional.empty());
        return AutoComplete.bash("appctl", Main.commandLine(console)) + "\n";
    }
}
