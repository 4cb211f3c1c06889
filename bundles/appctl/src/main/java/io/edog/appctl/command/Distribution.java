package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The distribution that is copied to the hosts.
 *
 * @param directory where it is unpacked, here
 */
record Distribution(Path directory, String version) {
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.+-]*");

    /** The one in a directory. */
    static Distribution in(Path directory) {
        Path file = directory.resolve("lib/edog/release");
        try {
            if (!Files.isExecutable(directory.resolve("node/edog-node"))) {
                throw missing(directory, "there is no node/edog-node in it");
            }
            String version = Files.readString(file).strip().split(" ", 2)[0];
            if (!VERSION.matcher(version).matches()) {
                throw missing(directory, "lib/edog/release names no version");
            }
            return new Distribution(directory.toAbsolutePath().normalize(), version);
        } catch (IOException e) {
            throw missing(directory, "lib/edog/release can't be read");
        }
    }

    private static Refusal missing(Path directory, String why) {
        return Refusal.failed(
                directory + " is no distribution of edog: " + why,
                "Unpack the archive somewhere, and run its bin/appctl, or name the place with --distribution DIR.");
    }
}
