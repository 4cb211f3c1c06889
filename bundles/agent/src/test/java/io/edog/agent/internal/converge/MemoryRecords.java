package io.edog.agent.internal.converge;

import io.edog.agent.internal.record.Records;
import io.edog.agent.internal.record.RunRecord;
import io.edog.agent.internal.record.SeenMark;
import io.edog.api.hypervisor.DomainKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The agent's memory without a disk, for many short lives. */
final class MemoryRecords implements Records {
    private final Map<DomainKey, RunRecord> runs = new ConcurrentHashMap<>();
    private volatile SeenMark seen = SeenMark.NONE;

    @Override
    public List<RunRecord> runs() {
        return List.copyOf(runs.values());
    }

    @Override
    public void write(RunRecord record) {
        runs.put(record.key(), record);
    }

    @Override
    public void forget(DomainKey key) {
        runs.remove(key);
    }

    @Override
    public SeenMark seen() {
        return seen;
    }

    @Override
    public void write(SeenMark mark) {
        seen = mark;
    }
}
