package io.edog.testkit.store;

import io.edog.api.export.StateFile;
import io.edog.api.export.StateFiles;
import java.time.Clock;

class MemoryStateFilesTest extends StateFilesContract {
    private final MemoryStateFiles files = new MemoryStateFiles(Clock.systemUTC());

    @Override
    protected StateFiles open() {
        return files;
    }

    @Override
    protected void damage(StateFile file) {
        files.damage(file);
    }
}
