package io.edog.cluster.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.zookeeper.KeeperException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to leadership, one step at a time on one thread: connected, standing, elected, epoch taken. Each step looks at how
 * things are, so that a lost event costs a moment and no more.
 */
final class Campaign implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Campaign.class);

    private final Connection connection;
    private final Tenure tenure;
    private final Worker worker;
    private final Consumer<Outlook> publish;
    private final Accession accession;
    private final Election election;
    private final Wakeup step;
    private final Seat seat;
    private Optional<String> failure = Optional.empty();
    private final AtomicBoolean willing = new AtomicBoolean(true);
    private final AtomicBoolean retryWaits = new AtomicBoolean();
    private Duration pause;
    private Deadline entered;

    Campaign(Connection connection, Tenure tenure, Worker worker, Consumer<Outlook> publish) {
        this.connection = connection;
        this.tenure = tenure;
        this.worker = worker;
        this.publish = publish;
        this.accession = new Accession(connection, tenure);
        this.pause = connection.settings().backoffFirst();
        this.entered = enterBy();
        this.step = new Wakeup(worker, this::step);
        this.seat = new Seat(connection, step::fire);
        this.election = new Election(connection.curator(), connection.paths(), step::fire);
    }

    void start() {
        election.start();
        worker.every(connection.settings().sessionTimeout(), step::fire);
    }

    /** Something may have changed. */
    void goOn() {
        step.fire();
    }

    /** Leaves the election and enters it again, behind the others. */
    void anew() {
        worker.execute(() -> {
            seat.close();
            step.fire();
        });
    }

    /** Whether this node is to stand; false if that is nothing new. */
    boolean willing(boolean now) {
        boolean news = willing.getAndSet(now) != now;
        if (news) {
            step.fire();
        }
        return news;
    }

    private void step() {
        try {
            if (!willing.get()) {
                aside();
            } else if (connection.connected()) {
                progress();
            } else {
                entered = enterBy();
            }
            failure = Optional.empty();
            pause = connection.settings().backoffFirst();
        } catch (KeeperException e) {
            later(Faults.say(e));
        } catch (IllegalStateException e) {
            later(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publish.accept(outlook());
    }

    private void later(String why) {
        failure = Optional.of(why);
        if (!retryWaits.getAndSet(true)) {
            worker.after(pause, this::again);
        }
        Duration most = connection.settings().backoffMost();
        pause = pause.multipliedBy(2).compareTo(most) < 0 ? pause.multipliedBy(2) : most;
    }

    private void again() {
        retryWaits.set(false);
        step.fire();
    }

    private void aside() {
        tenure.end();
        seat.close();
        entered = enterBy();
    }

    private void progress() throws KeeperException, InterruptedException {
        if (!seat.standing()) {
            Layout.ensure(connection.session(), connection.settings());
            entered = enterBy();
            seat.stand();
        } else if (seat.elected()) {
            if (!accession.lead(election.reign())) {
                step.fire();
            }
        } else {
            tenure.suspend()
                    .ifPresent(epoch -> LOG.warn(
                            "{} leads no more, epoch {}: not elected any more",
                            connection.settings().node(),
                            epoch));
            enteredInTime();
        }
    }

    /** An election that does not take this node in, though ZooKeeper is there, is entered anew. */
    private void enteredInTime() {
        Optional<String> mine = seat.path();
        boolean in = election.candidates().stream()
                .anyMatch(candidate -> mine.filter(candidate.path()::equals).isPresent());
        if (in) {
            entered = enterBy();
        } else if (entered.passed()) {
            LOG.warn(
                    "{} is not taken into the election, it enters anew",
                    connection.settings().node());
            seat.close();
            step.fire();
        }
    }

    private Deadline enterBy() {
        return Deadline.in(connection.settings().limits().stand());
    }

    private Outlook outlook() {
        return Outlook.of(
                connection.settings().node(),
                tenure.epoch(connection.session()),
                election.candidates(),
                election.reign(),
                connection.trouble().or(() -> failure));
    }

    /** Runs after the worker has ended, which alone uses the seat. */
    @Override
    public void close() {
        step.close();
        worker.close();
        try {
            if (!worker.ended(connection.settings().limits().close().dividedBy(3))) {
                LOG.warn("the election is left while a request is under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        seat.close();
        election.close();
    }
}
