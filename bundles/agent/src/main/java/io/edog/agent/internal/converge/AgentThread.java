package io.edog.agent.internal.converge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the agent's steps, on one thread, until closed. */
public final class AgentThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AgentThread.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Agent agent;
    private final Inbox inbox;
    private final InstantSource clock;
    private final Duration stopLimit;
    private final Thread thread = new Thread(this::run, "edog-agent");
    private volatile boolean running = true;

    private AgentThread(Agent agent, Inbox inbox, InstantSource clock, Duration stopLimit) {
        this.agent = agent;
        this.inbox = inbox;
        this.clock = clock;
        this.stopLimit = stopLimit;
    }

    /**
     * Begins.
     *
     * @param stopLimit how long closing waits for the last report
     */
    public static AgentThread start(Agent agent, Inbox inbox, InstantSource clock, Duration stopLimit) {
        AgentThread steps = new AgentThread(agent, inbox, clock, stopLimit);
        steps.thread.setDaemon(true);
        steps.thread.start();
        return steps;
    }

    private void run() {
        List<Input> inputs = List.of();
        while (running) {
            try {
                inputs = inbox.await(Duration.between(clock.instant(), step(inputs)));
            } catch (InterruptedException e) {
                break;
            }
        }
        agent.leave(clock.instant());
    }

    private Instant step(List<Input> inputs) {
        Instant now = clock.instant();
        try {
            return agent.step(inputs, now);
        } catch (RuntimeException e) {
            LOG.error("a step of the agent failed; it goes on with the next", e);
            return now.plus(PAUSE_AFTER_FAILURE);
        }
    }

    /** Makes no further step, and sends the last report. */
    @Override
    public void close() {
        running = false;
        inbox.hint(new Input.ServicesChanged());
        try {
            thread.join(stopLimit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
