package io.edog.testkit.store;

import io.edog.api.state.StateStore;

class MemoryStateStoreTest extends StateStoreContract {
    private final StateStore contents = new MemoryStateStore();

    @Override
    protected StateStore open() {
        return contents;
    }
}
