package io.edog.itests.history.bench;

import static org.awaitility.Awaitility.await;

import io.edog.itests.history.Run;
import io.edog.itests.history.client.Recorder;
import io.edog.itests.support.Rest;
import io.edog.itests.support.Sample;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The leadership given away on request, while clients write and read. */
final class Takeover implements Run.Act {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);
    private static final Duration SETTLED = Duration.ofSeconds(4);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    final Sample pause = new Sample("planned takeover under load: no write accepted for", "ms");
    final Sample failed = new Sample("planned takeover under load: requests that failed", "");
    private final int rounds;

    Takeover(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public void perform(Run run) {
        for (int round = 0; round < rounds; round++) {
            await("someone leads")
                    .atMost(LIMIT)
                    .until(() -> run.survey().leader().isPresent());
            takeover(run);
        }
    }

    private void takeover(Run run) {
        String before = run.survey().leader().orElseThrow();
        Rest leader = run.administrator(before);
        Recorder recorder = run.recorder();
        recorder.longestPause();
        long retried = recorder.retried();
        leader.post("/cluster/handover", "{}").expect(204);
        await("it is over")
                .pollDelay(SETTLED)
                .atMost(LIMIT)
                .until(() ->
                        run.survey().leader().filter(now -> !now.equals(before)).isPresent());
        pause.add(recorder.longestPause() / 1e6);
        failed.add(recorder.retried() - retried);
        LOG.info("{} gave the leadership away: {}", before, pause);
    }
}
