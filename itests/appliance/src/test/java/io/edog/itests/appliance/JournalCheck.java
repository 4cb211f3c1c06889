package io.edog.itests.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.itests.support.RawEntry;
import io.edog.itests.support.RawJournal;
import java.util.Map;
import java.util.TreeMap;

/** Recomputes the hash chain of the journal in ZooKeeper. */
final class JournalCheck {
    private JournalCheck() {}

    /**
     * Verifies the chain from the first entry to the last one that is there.
     *
     * @return the hash of each entry by index
     */
    static Map<Long, String> verify(RawJournal journal) throws Exception {
        Map<Long, String> hashes = new TreeMap<>();
        String previous = "0".repeat(64);
        for (RawEntry entry : journal.from(1)) {
            assertThat(entry.index()).isEqualTo(hashes.size() + 1L);
            assertThat(entry.previous()).as("predecessor of %s", entry.index()).isEqualTo(previous);
            assertThat(entry.claimed()).as("hash of %s", entry.index()).isEqualTo(entry.computed());
            hashes.put(entry.index(), entry.claimed());
            previous = entry.claimed();
        }
        return hashes;
    }
}
