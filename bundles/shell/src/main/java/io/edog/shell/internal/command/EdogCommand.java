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
            throw failed(output, e);
        } catch (ProblemException e) {
            throw failed(output, Failure.of(e));
        } catch (InterruptedException | IOException e) {
            throw failed(output, Failure.interrupted());
        } finally {
            output.flush();
        }
    }

    /**
     * Whoever runs the command tells the problem: the local shell on standard error, Karaf on its console (its ssh server
     * loses what a failing command wrote to standard error). It must be Karaf's own exception: for any other, Karaf logs
     * a stack trace. The cause carries the exit code.
     */
    private static CommandException failed(Output output, Failure failure) {
        return new CommandException(output.problem(failure.problem()), failure.getMessage(), failure);
    }
}
