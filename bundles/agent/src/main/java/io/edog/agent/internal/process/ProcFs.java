package io.edog.agent.internal.process;

import io.edog.api.hypervisor.GuestProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads processes from {@code /proc}. A process that ends meanwhile is one that is not there. */
final class ProcFs {
    /** Place of the start time among the fields behind the command's name. */
    private static final int START_TIME = 19;

    private static final int STATE = 0;
    private static final String ZOMBIE = "Z";
    private static final String DEAD = "X";

    private final Path proc;

    ProcFs(Path proc) {
        this.proc = proc;
    }

    /** Every QEMU that has a domain's UUID on its command line, by that UUID; the newest where there are several. */
    Map<String, GuestProcess> guests() {
        Map<String, GuestProcess> found = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path entry : entries) {
                uuid(entry)
                        .ifPresent(uuid -> process(Long.parseLong(String.valueOf(entry.getFileName())))
                                .ifPresent(process -> found.merge(uuid, process, ProcFs::newer)));
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw new IllegalStateException("can't read " + proc + ": " + e.getMessage(), e);
        }
        return found;
    }

    /** A process that runs now; a zombie runs no more. */
    Optional<GuestProcess> process(long pid) {
        try {
            String stat =
                    Files.readString(proc.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            String state = fields.get(STATE);
            return state.equals(ZOMBIE) || state.equals(DEAD)
                    ? Optional.empty()
                    : Optional.of(new GuestProcess(pid, Long.parseLong(fields.get(START_TIME))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> uuid(Path entry) {
        try {
            String line = Files.readString(entry.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            List<String> words = Arrays.asList(line.split("\0"));
            int option = words.indexOf("-uuid");
            return words.get(0).contains("qemu") && option >= 0 && option + 1 < words.size()
                    ? Optional.of(words.get(option + 1))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static GuestProcess newer(GuestProcess one, GuestProcess other) {
        return one.startTicks() >= other.startTicks() ? one : other;
    }
}
