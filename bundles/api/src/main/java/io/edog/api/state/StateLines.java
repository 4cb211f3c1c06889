package io.edog.api.state;

import io.edog.api.json.Json;
import io.edog.api.json.JsonException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** Lines in a compressed stream, hashed as they pass. */
final class StateLines {
    /** Far above any object: one change set brings 512 KiB at most. */
    private static final int MAX_LINE_BYTES = 16 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private StateLines() {}

    /** Writes lines. */
    static final class Writer {
        private final MessageDigest digest = newSha256();
        private final GZIPOutputStream gzip;
        private final OutputStream buffer;

        Writer(OutputStream out) throws IOException {
            gzip = new GZIPOutputStream(out, BUFFER);
            buffer = new BufferedOutputStream(gzip, BUFFER);
        }

        void write(String line) throws IOException {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            digest.update(bytes);
            buffer.write(bytes);
        }

        String sha256() {
            return hex(digest);
        }

        void finish() throws IOException {
            buffer.flush();
            gzip.finish();
            gzip.flush();
        }
    }

    /** Reads lines. */
    static final class Reader {
        private final MessageDigest digest = newSha256();
        private final InputStream in;

        Reader(InputStream compressed) throws IOException {
            try {
                in = new BufferedInputStream(new GZIPInputStream(compressed, BUFFER), BUFFER);
            } catch (ZipException | EOFException e) {
                throw new StateFormatException("not a state: it is not compressed by gzip", e);
            }
        }

        /** The hash of all lines so far. */
        String sha256() {
            return hex(digest);
        }

        <T> T next(Class<T> type) throws IOException {
            String line = line();
            try {
                return Optional.ofNullable(Json.read(line, type))
                        .orElseThrow(() -> new JsonException("a line says null"));
            } catch (JsonException e) {
                throw new StateFormatException("not a whole state: " + e.getMessage(), e);
            }
        }

        boolean atEnd() throws IOException {
            return read() < 0;
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = read(); next != '\n'; next = read()) {
                if (next < 0) {
                    throw new StateFormatException("not a whole state: it ends too early");
                }
                if (line.size() == MAX_LINE_BYTES) {
                    throw new StateFormatException("not a state: it has a line of more than 16 MiB");
                }
                line.write(next);
            }
            digest.update(line.toByteArray());
            digest.update((byte) '\n');
            return line.toString(StandardCharsets.UTF_8);
        }

        private int read() throws IOException {
            try {
                return in.read();
            } catch (ZipException | EOFException e) {
                throw new StateFormatException("not a whole state: it is cut off or damaged", e);
            }
        }
    }

    private static String hex(MessageDigest digest) {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every SHA-256 of the JDK can be cloned", e);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
