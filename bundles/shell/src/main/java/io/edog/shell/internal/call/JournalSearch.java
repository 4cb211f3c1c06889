package io.edog.shell.internal.call;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.service.ProblemException;
import java.time.Instant;
import java.util.List;

/** Finds a moment in the journal by halving, since times rise with indexes. */
public final class JournalSearch {

    private static final int GONE = 410;

    private JournalSearch() {}

    /** The first archived index not older than a moment; one after the head if there is none. */
    public static Index since(Call call, Instant moment, Index head) {
        long low = 1;
        long high = head.value() + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (older(call, middle, moment)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return new Index(low);
    }

    private static boolean older(Call call, long index, Instant moment) {
        try {
            List<Entry> found = call.cluster().journal(call.principal(), new Index(index), 1);
            return !found.isEmpty() && found.get(0).set().at().isBefore(moment);
        } catch (ProblemException e) {
            if (e.problem().status() == GONE) {
                return true;
            }
            throw e;
        }
    }
}
