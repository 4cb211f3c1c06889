package io.edog.store.internal;

import io.edog.api.journal.Entry;
import io.edog.api.json.EntryCodec;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;

/** An archived entry. The wire form is the entry; the other columns repeat parts of it for queries. */
@Entity
@Table(name = "JOURNAL")
class JournalRow {
    @Id
    @Column(name = "ENTRY_INDEX")
    private long index;

    @Column(name = "EPOCH")
    private long epoch;

    @Column(name = "HASH")
    private String hash;

    @Column(name = "AT_MS")
    private long atMs;

    @Column(name = "BY_USER")
    private String byUser;

    @Lob
    @Column(name = "WIRE")
    private byte[] wire;

    protected JournalRow() {}

    JournalRow(Entry entry) {
        index = entry.index().value();
        epoch = entry.epoch().value();
        hash = entry.hash();
        atMs = entry.set().at().toEpochMilli();
        byUser = ObjectRow.word(entry.set().by());
        wire = EntryCodec.encode(entry);
    }
}
