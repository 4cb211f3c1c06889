package io.edog.testkit.storage;

import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.bus.VolumeAssignment.CloneOf;
import io.edog.api.storage.StorageDriver;
import io.edog.api.storage.StorageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/** Storage in memory: sizes without contents. */
public final class MemoryStorageDriver implements StorageDriver {
    private static final long CAPACITY = 1L << 40;

    private final String pool;
    private final Map<String, Long> images = new ConcurrentHashMap<>();
    private final Map<String, Long> importable = new ConcurrentHashMap<>();

    public MemoryStorageDriver(String pool) {
        this.pool = pool;
    }

    /** Puts a file on the host that can be imported. */
    public void putFile(String path, long sizeBytes) {
        importable.put(path, sizeBytes);
    }

    @Override
    public List<PoolReport> pools() {
        long used = images.values().stream().mapToLong(Long::longValue).sum();
        return List.of(new PoolReport(pool, "memory", true, "", CAPACITY, CAPACITY - used));
    }

    @Override
    public long ensure(VolumeAssignment assignment, IntConsumer progress) {
        checkPool(assignment.pool());
        long size = switch (assignment.target()) {
            case VOLUME -> make("volume", assignment);
            case TEMPLATE -> make("template", assignment);
            case NO_VOLUME -> remove("volume", assignment);
            case NO_TEMPLATE -> remove("template", assignment);
        };
        progress.accept(100);
        return size;
    }

    private long make(String kind, VolumeAssignment assignment) {
        return images.computeIfAbsent(key(kind, assignment.tenant(), assignment.id()), key -> size(assignment));
    }

    private long remove(String kind, VolumeAssignment assignment) {
        images.remove(key(kind, assignment.tenant(), assignment.id()));
        return 0;
    }

    private long size(VolumeAssignment assignment) {
        if (assignment.importFrom().isPresent()) {
            return found(importable, assignment.importFrom().get());
        }
        if (assignment.cloneOf().isPresent()) {
            CloneOf of = assignment.cloneOf().get();
            return Math.max(assignment.sizeBytes(), found(images, key("template", of.tenant(), of.template())));
        }
        if (assignment.sizeBytes() <= 0) {
            throw new StorageException("there is no size to make " + assignment.id() + " with; give one");
        }
        return assignment.sizeBytes();
    }

    @Override
    public GuestImage image(String pool, String tenant, String volume) {
        checkPool(pool);
        String key = key("volume", tenant, volume);
        found(images, key);
        return new GuestImage("/memory/" + key, "qcow2");
    }

    private void checkPool(String name) {
        if (!name.equals(pool)) {
            throw new StorageException("this host has no pool " + name);
        }
    }

    private static long found(Map<String, Long> sizes, String key) {
        return Optional.ofNullable(sizes.get(key)).orElseThrow(() -> new StorageException(key + " is not there"));
    }

    private static String key(String kind, String tenant, String id) {
        return kind + "/" + tenant + "/" + id;
    }
}
