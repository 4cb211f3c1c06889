package io.edog.api.state;

import io.edog.api.json.Json;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A whole state as a stream that no database knows of: for exports, backups, and managers that were away. It is gzip of UTF-8
 * lines of JSON: a {@link StateHeader}; then each object; at last {@code {"sha256":…}}, the hash of all bytes before that line.
 * Neither side holds more than the state itself and a line.
 */
public final class StateCodec {
    /** The only format so far. */
    public static final int FORMAT = 1;

    /** The last line. */
    private record Seal(String sha256) {}

    private static final class Gathered {
        private ClusterState state = ClusterState.empty();
    }

    private static final class Hashed {
        private StateHash hash = StateHash.EMPTY;
    }

    private StateCodec() {}

    /**
     * Writes a state.
     *
     * @param out gets all of it, flushed, and stays open
     * @param cluster the cluster's name
     * @param at the time now
     * @return what the header says
     */
    public static StateHeader write(ClusterState state, OutputStream out, String cluster, Instant at)
            throws IOException {
        StateHeader header = StateHeader.of(state, cluster, size(state), at);
        StateLines.Writer lines = new StateLines.Writer(out);
        lines.write(Json.write(header));
        for (Kind kind : Kind.values()) {
            for (Resource object : state.all(kind).values()) {
                lines.write(Json.write(object));
            }
        }
        lines.write(Json.write(new Seal(lines.sha256())));
        lines.finish();
        return header;
    }

    /**
     * Reads the header alone, and checks nothing but its format.
     *
     * @throws StateFormatException if the stream does not begin with a header of a format this version knows
     */
    public static StateHeader readHeader(InputStream in) throws IOException {
        return header(new StateLines.Reader(in));
    }

    /**
     * Reads a state, and checks its format, that it is complete, its SHA-256 and its state hash.
     *
     * @param in read to its end, and not closed
     * @throws StateFormatException if any of that is wrong
     */
    public static StateExport read(InputStream in) throws IOException {
        Gathered gathered = new Gathered();
        StateHeader header = scan(in, object -> gathered.state = gathered.state.with(object));
        check(size(gathered.state) == header.objects(), "an object is in it twice");
        checkHash(gathered.state.hash(), header);
        return new StateExport(header, header.place(gathered.state));
    }

    /**
     * Reads a state object by object, with the same checks, of which most come after the last object: what the receiver made of
     * them counts only if this returns.
     *
     * @param in read to its end, and not closed
     * @param receiver told of each object
     * @throws StateFormatException if anything is wrong
     */
    public static StateHeader read(InputStream in, Consumer<Resource> receiver) throws IOException {
        Hashed hashed = new Hashed();
        StateHeader header = scan(in, object -> {
            hashed.hash = hashed.hash.toggle(object);
            receiver.accept(object);
        });
        checkHash(hashed.hash, header);
        return header;
    }

    private static StateHeader scan(InputStream in, Consumer<Resource> receiver) throws IOException {
        StateLines.Reader lines = new StateLines.Reader(in);
        StateHeader header = header(lines);
        for (long i = 0; i < header.objects(); i++) {
            receiver.accept(lines.next(Resource.class));
        }
        String sha256 = lines.sha256();
        check(sha256.equals(lines.next(Seal.class).sha256()), "it does not match its SHA-256");
        check(lines.atEnd(), "something follows its last line");
        return header;
    }

    private static void checkHash(StateHash hash, StateHeader header) throws StateFormatException {
        check(hash.equals(header.stateHash()), "its objects do not give its state hash");
    }

    private static StateHeader header(StateLines.Reader lines) throws IOException {
        StateHeader header = lines.next(StateHeader.class);
        if (header.format() > FORMAT) {
            throw new StateFormatException("it is of format " + header.format() + ", this version knows " + FORMAT
                    + ": read it with the version that wrote it, or a newer one");
        }
        check(header.format() == FORMAT && header.index() >= 0, "it has no proper header");
        return header;
    }

    private static long size(ClusterState state) {
        return Stream.of(Kind.values())
                .mapToLong(kind -> state.all(kind).size())
                .sum();
    }

    private static void check(boolean so, String otherwise) throws StateFormatException {
        if (!so) {
            throw new StateFormatException("not a whole state: " + otherwise);
        }
    }
}
