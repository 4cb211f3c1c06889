package io.edog.offline;

import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done to the data of a stopped node. Exit codes: 0 ok, 1 refused or failed, 2 usage. */
@Command(
        name = "db",
        description = "The data of this node, while it is stopped.",
        subcommands = {
            ShowCommand.class,
            BackupCommand.class,
            RecoverCommand.class,
            ClearCommand.class,
            RemoveCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    public static void main(String[] args) {
        LogManager.getLogManager().reset(); // Liquibase and EclipseLink would chat; what they throw is told
        System.exit(run(args));
    }

    static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((problem, command, parsed) -> {
            command.getErr().println("db: " + message(problem));
            return 1;
        });
    }

    private static String message(Exception problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank() ? problem.toString() : message;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "which of them?");
    }
}
