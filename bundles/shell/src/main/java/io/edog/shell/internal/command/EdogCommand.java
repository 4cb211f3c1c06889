package io.edog.shell.internal.command;

import io.edog.api.service.ProblemException;
import io.edog.shell.internal.Edge;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.call.Person;
import io.edog.shell.internal.text.Output;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;

/** What all commands share: who asks, whom they ask, and how they fail. */
public abstract class EdogCommand implements Action {

    @Option(name = "--json", description = "Print the body that the REST API would answer with, and nothing else")
    private boolean json;

    @Reference
    private Edge edge;

    @Reference
    private Session session;

    /** Carries the command out; fails with a {@link Failure} or a {@link ProblemException}. */
    protected abstract void run(Call call) throws InterruptedException, IOException;

    @Override
    public final @Nullable Object execute() throws CommandException {
        Output output = Output.of(session, json);
        try {
            run(Call.begin(edge, output, Person.of(session)));
            return null;
        } catch (Failure e) {
            throw told(output, e);
        } catch (ProblemException e) {
            throw told(output, Failure.of(e));
        } catch (InterruptedException | IOException e) {
            throw told(output, Failure.interrupted());
        } finally {
            output.flush();
        }
    }

    /**
     * The problem is told already, on standard error. Karaf's own exception stands for it, empty: for any other, Karaf
     * logs a stack trace. The cause carries the exit code.
     */
    private static CommandException told(Output output, Failure failure) {
        output.problem(failure.problem());
        return new CommandException("", failure.getMessage(), failure);
    }
}
