package io.edog.cluster.internal;

import io.edog.api.bus.BusException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A JSON text as bytes in a node: as it is when small, compressed when large. JSON never begins as gzip does. */
final class Payload {
    /** Far below what ZooKeeper refuses, and refuses like a network fault. */
    static final int MOST_BYTES = 512 * 1024;

    private static final int COMPRESS_ABOVE = 64 * 1024;
    private static final int MOST_CHARS = 64 * 1024 * 1024;
    private static final int GZIP_MAGIC = 0x1f;

    private Payload() {}

    /**
     * Packs a text.
     *
     * @param what it is, for the message
     * @throws BusException if it is too large
     */
    static byte[] pack(String text, String what) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] wire = plain.length > COMPRESS_ABOVE ? compress(plain) : plain;
        if (wire.length > MOST_BYTES) {
            throw new BusException(what + " has " + plain.length + " bytes, compressed " + wire.length + ", at most "
                    + MOST_BYTES + " are allowed");
        }
        return wire;
    }

    /**
     * Unpacks what {@link #pack} made.
     *
     * @throws UncheckedIOException if it did not make it
     */
    static String unpack(byte[] wire) {
        if (wire.length == 0 || wire[0] != GZIP_MAGIC) {
            return new String(wire, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            byte[] plain = in.readNBytes(MOST_CHARS);
            if (in.read() >= 0) {
                throw new IOException("unpacks to more than " + MOST_CHARS + " bytes");
            }
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
