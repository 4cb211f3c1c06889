package io.edog.testkit.bus;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.Daemon;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestSpec;
import io.edog.api.bus.GuestState;
import io.edog.api.bus.HostReport;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.model.Power;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/** Assignments and reports for tests. */
public final class BusSamples {
    private static final Instant AT = Instant.parse("2026-03-29T01:30:00Z");
    private static final String BOOT = "11111111-2222-3333-4444-555555555555";

    private BusSamples() {}

    /** Assignments of a host with so many guests. */
    public static Assignments assignments(String host, Epoch epoch, long index, int guests) {
        List<GuestAssignment> all = IntStream.range(0, guests)
                .mapToObj(i -> new GuestAssignment(
                        "vm-" + i,
                        1,
                        BOOT,
                        "task-" + i,
                        Power.RUNNING,
                        new GuestSpec("guest-" + i, 2, 512, List.of(), List.of()),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return new Assignments(host, epoch, new Index(index), all, List.of());
    }

    /** A report of a host with so many guests. */
    public static HostReport report(String host, long sequence, int guests) {
        return report(
                host, sequence, IntStream.range(0, guests).mapToObj(i -> "fine").toList());
    }

    /** A report with a detail of so many random letters, which no compression makes much smaller. */
    public static HostReport noise(String host, long sequence, int letters) {
        String noise = new Random(sequence)
                .ints(letters, 'A', 'z' + 1)
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return report(host, sequence, List.of(noise));
    }

    private static HostReport report(String host, long sequence, List<String> details) {
        List<GuestReport> guests = IntStream.range(0, details.size())
                .mapToObj(i -> new GuestReport(
                        "vm-" + i,
                        1,
                        GuestState.RUNNING,
                        details.get(i),
                        AT,
                        Optional.empty(),
                        OptionalLong.of(1000L + i),
                        Optional.empty()))
                .toList();
        return new HostReport(
                host,
                BOOT,
                sequence,
                AT,
                new Epoch(1),
                new Index(1),
                false,
                "0.1.0",
                new Daemon(true, "9.0.0", AT),
                8,
                16384,
                8192,
                guests,
                List.of(),
                List.of());
    }
}
