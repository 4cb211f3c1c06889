package io.edog.shell.client;

import io.edog.shell.wire.ExitCode;
import io.edog.shell.wire.Request;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs one command: {@code Main SOCKET COMMAND…}. Exits with the command's code; the words of a command may be several arguments. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        Runtime.getRuntime().halt(run(arguments, new Terminal(System.console(), out, err)));
    }

    static int run(String[] arguments, Terminal terminal) {
        if (arguments.length < 2) {
            return terminal.fail(ExitCode.USAGE, "no command", "Name one: shell 'edog:vm-list'.");
        }
        String command = String.join(" ", Arrays.asList(arguments).subList(1, arguments.length));
        if (command.getBytes(StandardCharsets.UTF_8).length > Request.MAX_COMMAND) {
            return terminal.fail(ExitCode.USAGE, "the command line is too long", "Keep it below 60 KiB.");
        }
        Path socket = Path.of(arguments[0]);
        try (Conversation conversation = Conversation.connect(socket, terminal)) {
            return conversation.run(command);
        } catch (UnreachableException e) {
            return terminal.fail(
                    ExitCode.UNREACHABLE,
                    "the shell does not answer at " + socket,
                    "Start the appliance, or see with 'status' and 'logs' what it waits for.");
        } catch (NobodyReadsException e) {
            return ExitCode.FAILED;
        } catch (IOException e) {
            return terminal.fail(
                    ExitCode.UNREACHABLE,
                    "the connection ended before the command did: " + e.getMessage(),
                    "Look at what became of it before giving the command again.");
        }
    }
}
