package io.edog.api.json;

import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The wire form of an entry: a header line, a newline, the change set; UTF-8 JSON both. The hash is the SHA-256 over
 * format, index, epoch, previous hash and the bytes of the change set as they stand, so that it can be verified whatever
 * fields a later version adds.
 */
public final class EntryCodec {
    private record Header(int format, long index, long epoch, String previous, String hash) {}

    private EntryCodec() {}

    /** The entry that brings a change set right after a given place, in the newest format. */
    public static Entry next(Index applied, String head, Epoch epoch, ChangeSet set) {
        return next(Entry.FORMAT, applied, head, epoch, set);
    }

    /** The entry that brings a change set right after a given place. */
    public static Entry next(int format, Index applied, String head, Epoch epoch, ChangeSet set) {
        if (format < 1) {
            throw new IllegalArgumentException("there are no entries of format " + format);
        }
        String hash = hash(format, applied.next().value(), epoch.value(), head, Json.write(set));
        return new Entry(format, applied.next(), epoch, head, hash, set);
    }

    /** The wire form. */
    public static byte[] encode(Entry entry) {
        Header header = new Header(
                entry.format(), entry.index().value(), entry.epoch().value(), entry.previous(), entry.hash());
        return (Json.write(header) + "\n" + Json.write(entry.set())).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the wire form.
     *
     * @throws UnknownFormatException if it has a format that this version does not know
     * @throws JsonException if it is not one, or does not match its hash
     */
    public static Entry decode(byte[] wire) {
        String text = new String(wire, StandardCharsets.UTF_8);
        int newline = text.indexOf('\n');
        if (newline < 0) {
            throw new JsonException("not a journal entry: it has no header line");
        }
        Header header = Json.read(text.substring(0, newline), Header.class);
        String body = text.substring(newline + 1);
        verify(header, body);
        return new Entry(
                header.format(),
                new Index(header.index()),
                new Epoch(header.epoch()),
                header.previous(),
                header.hash(),
                Json.read(body, ChangeSet.class));
    }

    private static void verify(Header header, String body) {
        if (header.format() < 1 || header.format() > Entry.FORMAT) {
            throw new UnknownFormatException("journal entry " + header.index() + " has format " + header.format()
                    + ", this version reads up to " + Entry.FORMAT);
        }
        if (!hash(header.format(), header.index(), header.epoch(), header.previous(), body)
                .equals(header.hash())) {
            throw new JsonException("journal entry " + header.index() + " does not match its hash");
        }
    }

    private static String hash(int format, long index, long epoch, String previous, String body) {
        String text = format + "\n" + index + "\n" + epoch + "\n" + previous + "\n" + body;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
