package io.edog.appctl.node;

import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Ssh;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command {@code edog-node} of other hosts. Thread-safe. */
public final class NodeControl {
    /** How long a question may take, as against an order. */
    private static final Duration QUESTION = Duration.ofSeconds(30);
    /** Added to what the other side is given, so that it is the one to say what it waits for. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private static final int TIMED_OUT = 4;

    private final Ssh ssh;
    private final Duration limit;
    private final boolean dryRun;

    /** @param dryRun whether orders are only told */
    public NodeControl(Ssh ssh, Duration limit, boolean dryRun) {
        this.ssh = ssh;
        this.limit = limit;
        this.dryRun = dryRun;
    }

    /** Whether orders are only told. */
    boolean dryRun() {
        return dryRun;
    }

    /** Gives an order that is done well when it ends with 0. */
    public Outcome order(Target target, String well, String... words) throws InterruptedException {
        if (dryRun) {
            return Outcome.ok("would run: edog-node " + String.join(" ", words));
        }
        Finished finished = run(target, limit.plus(ANSWER), List.of(words));
        if (finished.ok()) {
            return Outcome.ok(well);
        }
        String doing = "edog-node " + words[0];
        return finished.code() == TIMED_OUT
                ? Outcome.timedOut(doing + ": " + finished.lastWords(), logs(target))
                : failed(target, finished, doing);
    }

    /** As an order, and the node is waited for until it serves. */
    public Outcome orderAndWait(Target target, String well, String... words) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--wait");
        all.add(String.valueOf(limit.toSeconds()));
        return order(target, well, all.toArray(new String[0]));
    }

    /** Asks how a node is; its answer, or why there is none. */
    public NodeAnswer status(Target target) throws InterruptedException {
        Finished finished = run(target, QUESTION, List.of("status", "--json"));
        return NodeStatus.parse(finished.out())
                .map(status -> new NodeAnswer(Optional.of(status), Outcome.ok(""), false))
                .orElseGet(() -> new NodeAnswer(
                        Optional.empty(),
                        Trouble.of(target, finished, "edog-node status"),
                        Trouble.nothingThere(finished)));
    }

    /** Runs a command of the appliance's shell on a manager. */
    public Finished shell(Target target, String command, Duration most) throws InterruptedException {
        return run(target, most, List.of("shell", command));
    }

    /** Runs {@code edog-node} with these words. */
    public Finished run(Target target, Duration most, List<String> words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(Places.NODE_COMMAND));
        command.addAll(words);
        return ssh.run(target.address(), command, "", most);
    }

    private Outcome failed(Target target, Finished finished, String doing) {
        Outcome outcome = Trouble.of(target, finished, doing);
        return outcome.cure().isEmpty() ? new Outcome(outcome.kind(), outcome.detail(), logs(target)) : outcome;
    }

    /** What to type to see why a node is not well. */
    String logs(Target target) {
        return "See its logs: " + byHand(target, "logs");
    }

    /** What to type to give a verb to {@code edog-node} there. */
    String byHand(Target target, String verb) {
        return ssh.byHand(target.address(), Places.NODE_COMMAND + " " + verb);
    }
}
