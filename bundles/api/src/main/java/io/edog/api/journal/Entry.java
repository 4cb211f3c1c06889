package io.edog.api.journal;

/**
 * A journal entry.
 *
 * @param format version of the wire form, never guessed
 * @param index its place
 * @param epoch the term it was written in
 * @param previous hash of the entry before it, hex; 64 zeros before the first
 * @param hash its own hash, hex: SHA-256 over the wire form, see {@link io.edog.api.json.EntryCodec}
 * @param set what it brings
 */
public record Entry(int format, Index index, Epoch epoch, String previous, String hash, ChangeSet set) {
    /** The only format so far. */
    public static final int FORMAT = 1;

    /** What the first entry names as its predecessor's hash. */
    public static final String GENESIS = "0".repeat(64);
}
