package io.edog.itests.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.itests.history.check.Checker;
import io.edog.itests.history.check.History;
import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.nemesis.Nemesis;
import io.edog.itests.support.Project;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nothing acknowledged is lost or doubled, and no read goes backwards, whatever happens to managers and voters. */
@ExtendWith(SharedCluster.class)
class HistoryIT {
    private static final int CLIENTS = 16;
    private static final int ROUNDS = Integer.getInteger("edog.rounds", Project.LONG ? 300 : 20);
    private static final long SEED = Long.getLong("edog.seed", 20261123L);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofMinutes(3);

    @Test
    void whatClientsSawIsTheWorkOfOneCorrectCluster(Cluster cluster) throws Exception {
        Run run = new Run(cluster);
        Nemesis nemesis = new Nemesis(cluster, SEED);
        History history = run.play(CLIENTS, PATIENCE, SEED, REST, Run.rounds(nemesis, ROUNDS));
        Record record = new Record(ROUNDS, history, run.recorder(), nemesis.counts());
        record.tell();
        assertThat(Checker.check(history)).isEmpty();
        assertThat(run.recorder().oddities()).isEmpty();
        record.keep(SEED);
    }
}
