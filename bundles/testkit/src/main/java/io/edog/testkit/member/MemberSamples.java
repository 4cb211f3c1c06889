package io.edog.testkit.member;

import io.edog.api.journal.Index;
import io.edog.api.member.Member;
import io.edog.api.member.Standing;
import io.edog.api.member.StateMark;
import io.edog.api.state.StateHash;
import java.time.Instant;
import java.util.Locale;

/** Managers for tests. */
public final class MemberSamples {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private MemberSamples() {}

    /** A manager that serves and has applied up to an index. Not live: that is not for who tells to say. */
    public static Member member(String node, long index) {
        StateHash hash = new StateHash(String.format(Locale.ROOT, "%064x", index));
        return new Member(
                node,
                node + ":9502",
                "http://" + node + ":9501",
                "0.1.0",
                1,
                Standing.SERVING,
                "",
                new StateMark(new Index(index), hash),
                Index.ZERO,
                false,
                AT.plusSeconds(index));
    }
}
