package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.api.model.Disk;
import io.edog.api.model.DiskBus;
import io.edog.api.view.Words;
import io.edog.shell.internal.Failure;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Disks and network cards as they are written on a command line. */
final class Devices {

    private static final String DEFAULT_MODEL = "virtio";
    private static final String NIC_CURE = "Write BRIDGE or BRIDGE,mac=52:54:00:00:00:01,model=virtio.";

    private Devices() {}

    /** {@code VOLUME} or {@code VOLUME:BUS}. */
    static Disk disk(String text) {
        int colon = text.lastIndexOf(':');
        return colon < 0
                ? new Disk(text, DiskBus.VIRTIO)
                : new Disk(text.substring(0, colon), bus(text.substring(colon + 1)));
    }

    /** {@code BRIDGE}, with {@code ,mac=…} and {@code ,model=…} in any order. */
    static VmCommand.NicRequest nic(String text) {
        String[] parts = text.split(",", -1);
        Optional<String> mac = Optional.empty();
        String model = DEFAULT_MODEL;
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            if (part.startsWith("mac=")) {
                mac = Optional.of(part.substring("mac=".length()));
            } else if (part.startsWith("model=")) {
                model = part.substring("model=".length());
            } else {
                throw Failure.usage("--nic", "'" + part + "' is nothing a network card has.", NIC_CURE);
            }
        }
        return new VmCommand.NicRequest(parts[0], mac, model);
    }

    private static DiskBus bus(String word) {
        return Arrays.stream(DiskBus.values())
                .filter(bus -> Words.of(bus).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> Failure.usage("--disk", "'" + word + "' is no bus.", "Use one of: " + buses() + "."));
    }

    private static String buses() {
        return Arrays.stream(DiskBus.values()).map(Words::of).collect(Collectors.joining(", "));
    }
}
