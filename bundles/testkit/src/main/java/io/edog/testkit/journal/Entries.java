package io.edog.testkit.journal;

import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.json.EntryCodec;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Entries for tests. Their change sets bring no change; the journal does not look into them. */
public final class Entries {
    private static final Instant AT = Instant.parse("2026-03-29T01:30:00Z");

    private Entries() {}

    /** A change set with a fresh id. */
    public static ChangeSet set() {
        return set("system");
    }

    /** A change set with a fresh id and a name of any length. */
    public static ChangeSet set(String by) {
        return new ChangeSet(UUID.randomUUID(), AT, by, List.of(), List.of());
    }

    /** An entry at an index, that follows nothing in particular. */
    public static Entry at(long index, Epoch epoch) {
        return at(index, epoch, set());
    }

    /** An entry at an index that brings a given change set. */
    public static Entry at(long index, Epoch epoch, ChangeSet set) {
        return EntryCodec.next(new Index(index - 1), Entry.GENESIS, epoch, set);
    }

    /** An entry whose wire form has so many bytes. */
    public static Entry ofSize(long index, Epoch epoch, int bytes) {
        int rest = EntryCodec.encode(at(index, epoch, set(""))).length;
        return at(index, epoch, set("x".repeat(bytes - rest)));
    }
}
