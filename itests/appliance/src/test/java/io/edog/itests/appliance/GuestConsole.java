package io.edog.itests.appliance;

import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guest's serial console: what it printed, and typing into it. */
final class GuestConsole {
    private static final Pattern PTY = Pattern.compile("<console type='pty' tty='([^']+)'");
    private static final Pattern LOG = Pattern.compile("<log file='([^']+)'");
    private static final String READY = "userspace ready";

    private final Path log;
    private final Path pty;

    private GuestConsole(Path log, Path pty) {
        this.log = log;
        this.pty = pty;
    }

    static GuestConsole of(Appliance appliance, String vm) {
        String uri = appliance.endpoints().path("libvirtUri").asText();
        String xml = Command.run(Duration.ofSeconds(20), Map.of(), List.of("virsh", "-c", uri, "dumpxml", vm))
                .succeeded()
                .out();
        return new GuestConsole(path(LOG, xml), path(PTY, xml));
    }

    private static Path path(Pattern pattern, String xml) {
        Matcher found = pattern.matcher(xml);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + xml);
        }
        return Path.of(found.group(1));
    }

    /**
     * Types a line, again and again until it has had its effect: QEMU notices only within a second that someone holds the
     * other end of the console, and drops what comes before.
     */
    void type(String line, BooleanSupplier effect) {
        await("the guest's userspace is ready")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(log).contains(READY));
        try (OutputStream keyboard = Files.newOutputStream(pty, StandardOpenOption.WRITE)) {
            await("the effect of " + line)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> press(keyboard, line) || effect.getAsBoolean());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Always false: only the effect tells. A console that is gone takes no more keys, and that may be the effect. */
    private static boolean press(OutputStream keyboard, String line) {
        try {
            keyboard.write(("\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
            return false;
        } catch (IOException gone) {
            return false;
        }
    }
}
