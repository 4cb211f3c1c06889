package io.edog.itests.history;

import io.edog.itests.history.check.History;
import io.edog.itests.history.check.JournalEntry;
import io.edog.itests.history.check.Operation;
import io.edog.itests.history.check.Operation.Kind;
import io.edog.itests.history.check.Operation.Result;
import io.edog.itests.history.client.Recorder;
import io.edog.itests.history.nemesis.Fault;
import io.edog.itests.support.Results;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened in a run, in numbers. */
final class Record {
    private static final Logger LOG = LoggerFactory.getLogger(Record.class);

    private final Map<String, Integer> counts = new TreeMap<>();

    Record(int rounds, History history, Recorder recorder, Map<Fault, Integer> faults) {
        counts.put("rounds", rounds);
        counts.put("writes acknowledged", count(history, Kind.WRITE, Result.OK));
        counts.put("writes of unknown fate", count(history, Kind.WRITE, Result.UNKNOWN));
        counts.put("writes refused", count(history, Kind.WRITE, Result.REFUSED));
        counts.put("reads", count(history, Kind.READ, Result.OK));
        counts.put("operations tried again", (int) recorder.retried());
        counts.put("journal entries", history.chain().size());
        counts.put("leader changes", leaders(history) - 1);
        counts.put("violations", 0);
        faults.forEach((fault, times) -> counts.put("fault " + fault, times));
    }

    private static int count(History history, Kind kind, Result result) {
        return (int) history.operations().stream()
                .filter((Operation o) -> o.kind() == kind && o.result() == result)
                .count();
    }

    private static int leaders(History history) {
        return (int) history.managers().get(0).journal().stream()
                .mapToLong(JournalEntry::epoch)
                .distinct()
                .count();
    }

    void tell() {
        LOG.info("{}", counts);
    }

    /** Writes it down, if the run was one of the full length that found nothing. */
    void keep(long seed) throws IOException {
        Results.write("history", seed, counts);
    }
}
