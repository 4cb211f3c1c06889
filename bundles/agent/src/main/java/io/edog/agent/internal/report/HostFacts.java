package io.edog.agent.internal.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this host is, by its kernel's word. */
public final class HostFacts {
    private static final Pattern MEMORY = Pattern.compile("(MemTotal|MemAvailable):\\s+(\\d+) kB");
    private static final int KIB_PER_MIB = 1024;

    private final String bootId;
    private final Path meminfo;

    /**
     * Reads them now and again.
     *
     * @param bootIdFile its content changes with each boot, and only then
     */
    public HostFacts(Path bootIdFile, Path meminfo) {
        try {
            this.bootId = Files.readString(bootIdFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the host's boot id: " + e.getMessage(), e);
        }
        this.meminfo = meminfo;
    }

    /** Of the kernel that runs now. */
    public String bootId() {
        return bootId;
    }

    public int cpus() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Its memory.
     *
     * @param freeMiB what could be given to guests without swapping
     */
    public record Memory(long totalMiB, long freeMiB) {}

    /** Zeroes if the kernel does not say. */
    public Memory memory() {
        long total = 0;
        long free = 0;
        try {
            Matcher matcher = MEMORY.matcher(Files.readString(meminfo));
            while (matcher.find()) {
                long mib = Long.parseLong(matcher.group(2)) / KIB_PER_MIB;
                total = matcher.group(1).equals("MemTotal") ? mib : total;
                free = matcher.group(1).equals("MemAvailable") ? mib : free;
            }
        } catch (IOException e) {
            return new Memory(0, 0);
        }
        return new Memory(total, free);
    }
}
