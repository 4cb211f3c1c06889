package io.edog.shell.internal.socket;

import io.edog.shell.internal.TestShell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What came of a command line that a local user gave. */
public record Ran(int code, String out, String err) {

    public static Ran in(TestShell shell, String command) {
        return in(shell, command, "");
    }

    public static Ran in(TestShell shell, String command, String input) {
        return in(shell, command, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    public static Ran in(TestShell shell, String command, InputStream input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandRunner runner = new CommandRunner(shell.sessions(), Set.of("admin"));
        int code = runner.run(command, "root", input, new PrintStream(out), new PrintStream(err));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
