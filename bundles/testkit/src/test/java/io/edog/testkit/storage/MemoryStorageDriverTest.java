package io.edog.testkit.storage;

import io.edog.api.storage.StorageDriver;

class MemoryStorageDriverTest extends StorageDriverContract {
    private final MemoryStorageDriver driver = new MemoryStorageDriver("default");

    @Override
    protected StorageDriver driver() {
        return driver;
    }

    @Override
    protected String pool() {
        return "default";
    }

    @Override
    protected String importable(long sizeBytes) {
        driver.putFile("/files/image.qcow2", sizeBytes);
        return "/files/image.qcow2";
    }
}
