package io.edog.offline;

import io.edog.api.export.StateFile;
import io.edog.api.state.StateHeader;

/** A backup, as it is told. */
record Taken(String file, long index, long epoch, String stateHash, long objects, long bytes) {
    static Taken of(StateFile file, StateHeader header) {
        return new Taken(
                file.path().toString(), header.index(), header.epoch(), header.hash(), header.objects(), file.bytes());
    }

    @Override
    public String toString() {
        return file + ": index " + index + ", epoch " + epoch + ", " + objects + " objects, " + bytes
                + " bytes, state hash " + stateHash;
    }
}
