package io.edog.appctl;

import io.edog.appctl.cli.Commands;
import io.edog.appctl.cli.Console;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Settings;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command and exits with its code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        boolean terminal = Boolean.getBoolean("edog.terminal");
        int code = run(new Console(out, err, System.getenv(), terminal, question -> ask(err, question)), arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs a command; returns its exit code. */
    static int run(Console console, String... arguments) {
        return commandLine(console).execute(arguments);
    }

    static CommandLine commandLine(Console console) {
        Settings settings = new Settings();
        Context context = new Context(console, settings);
        return new CommandLine(new Appctl(settings), new Commands(context))
                .setOut(console.out())
                .setErr(console.err())
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, words) -> usage(console, e))
                .setExecutionExceptionHandler((e, line, result) -> failed(console, e));
    }

    private static int usage(Console console, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        problem(console, String.valueOf(e.getMessage()), "See " + command + " --help");
        if (e instanceof UnmatchedArgumentException unmatched) {
            UnmatchedArgumentException.printSuggestions(unmatched, console.err());
        }
        return ExitCode.USAGE;
    }

    private static int failed(Console console, Exception e) {
        if (e instanceof Refusal refusal) {
            problem(console, String.valueOf(refusal.getMessage()), refusal.cure());
            return refusal.code();
        }
        problem(console, "this should not happen: " + e, "Report it, with what follows.");
        e.printStackTrace(console.err());
        return ExitCode.FAILED;
    }

    private static void problem(Console console, String message, String cure) {
        console.err().println("error: " + message);
        console.err().println("cure: " + cure);
        console.err().flush();
    }

    /** The launcher knows whether somebody sits there. */
    private static Optional<String> ask(PrintWriter err, String question) {
        if (!Boolean.getBoolean("edog.person")) {
            return Optional.empty();
        }
        err.print(question);
        err.flush();
        try {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
            return Optional.of(Objects.requireNonNullElse(in.readLine(), ""));
        } catch (IOException e) {
            return Optional.of("");
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
