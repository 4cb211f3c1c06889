package io.edog.appctl.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** A word that only groups others. */
abstract class Group implements Callable<Integer> {
    private CommandSpec spec = CommandSpec.create();

    @Spec(Target.SELF)
    final void setSpec(CommandSpec own) {
        spec = own;
    }

    @Override
    public final Integer call() {
        String words = String.join(", ", spec.subcommands().keySet());
        throw new ParameterException(spec.commandLine(), "'" + spec.qualifiedName() + "' wants one of: " + words);
    }
}
