package io.edog.api.bus;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A host's word on one run.
 *
 * @param detail why, in a sentence; may be empty
 * @param since when {@code state} began, by the host's clock
 * @param cause why it ended, when it ended
 * @param pid QEMU's process id, while there is one
 * @param lastOrder task of the last order carried out
 */
public record GuestReport(
        String vm,
        long run,
        GuestState state,
        String detail,
        Instant since,
        Optional<EndCause> cause,
        OptionalLong pid,
        Optional<String> lastOrder) {}
