package io.edog.store.internal;

import io.edog.api.journal.Index;
import io.edog.api.model.Kind;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateCodec;
import io.edog.api.state.StateHeader;
import io.edog.api.state.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import javax.persistence.EntityManager;

/** Installs a whole state within a transaction. */
final class StateWhole {
    private final StateInstaller installer;

    StateWhole(EntityManager em, int batch) {
        this.installer = new StateInstaller(em, batch);
    }

    /** Installs what is in memory; gives back its index. */
    Index install(ClusterState state) {
        installer.begin(Place.of(state), state.hash());
        Stream.of(Kind.values())
                .flatMap(kind -> state.all(kind).values().stream())
                .forEach(installer::put);
        installer.end();
        return state.index();
    }

    /** Replaces everything, wherever the database is, by what is in a stream; what is wrong with that fails the transaction. */
    StateHeader replace(Streamed stream) {
        try {
            return replace(header(stream), stream);
        } catch (IOException e) {
            throw new StoreException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    private StateHeader replace(StateHeader header, Streamed stream) throws IOException {
        installer.beginAnew(Place.of(header), header.stateHash());
        try (InputStream in = stream.open()) {
            StateCodec.read(in, installer::put);
        }
        installer.end();
        return header;
    }

    /** As if nothing had ever been applied. */
    Index empty() {
        ClusterState none = ClusterState.empty();
        installer.beginAnew(Place.of(none), none.hash());
        return none.index();
    }

    private static StateHeader header(Streamed stream) throws IOException {
        try (InputStream in = stream.open()) {
            return StateCodec.readHeader(in);
        }
    }
}
