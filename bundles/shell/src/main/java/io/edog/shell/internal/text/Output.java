package io.edog.shell.internal.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.edog.api.json.Json;
import io.edog.api.service.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.Process;
import org.apache.karaf.shell.api.console.Session;

/**
 * A command's standard output and error, in UTF-8 whatever the locale. Values go to standard output, either as JSON alone
 * or as text for people; progress goes to standard error.
 */
public record Output(PrintStream out, PrintStream err, boolean json) {

    private static final ObjectWriter JSON = Json.mapper().writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    /** Of the command that runs on this thread, within its pipe if it is in one. */
    public static Output of(Session session, boolean json) {
        Process process = Process.Utils.current();
        return process == null
                ? new Output(session.getConsole(), session.getConsole(), json)
                : new Output(process.out(), process.err(), json);
    }

    /** Shows a value: as JSON if that was asked for, else as the text. */
    public void show(Object body, String text) {
        if (json) {
            json(body);
        } else {
            text(text);
        }
    }

    /** As {@link #show(Object, String)}, with a table. */
    public void show(Object body, Table table) {
        if (json) {
            json(body);
        } else {
            write(out, table.toString());
        }
    }

    /** A line of JSON. */
    public void json(Object body) {
        try {
            JSON.writeValue(out, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(out, "\n");
    }

    /** A line of text. */
    public void text(String line) {
        write(out, line + "\n");
    }

    /** A line about work that goes on. */
    public void progress(String line) {
        write(err, line + "\n");
    }

    /** What went wrong, as it is to be told on standard error. */
    public String problem(Problem problem) {
        if (json) {
            return Json.write(problem);
        }
        return "error: " + problem.detail()
                + problem.cure().map(cure -> "\ncure: " + cure).orElse("");
    }

    /** Sends everything on its way: Karaf's ssh server closes a command's channel without doing so. */
    public void flush() {
        out.flush();
        err.flush();
    }

    private static void write(PrintStream stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, 0, bytes.length);
        stream.flush();
    }
}
