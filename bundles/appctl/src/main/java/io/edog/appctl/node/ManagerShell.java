package io.edog.appctl.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.inventory.Json;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.time.Duration;

/**
 * What is asked of a manager, through the shell on its own host: root there needs no password, and the command runs as an
 * administrator's. Commands for whoever leads may be given to any manager.
 */
public final class ManagerShell {
    private final NodeControl control;
    private final Duration limit;

    public ManagerShell(NodeControl control, Duration limit) {
        this.control = control;
        this.limit = limit;
    }

    /** The answer of a command that prints JSON; a missing node if it fails. */
    public JsonNode ask(Target manager, String command) throws InterruptedException {
        Finished finished = control.shell(manager, command, limit);
        return Json.tree(finished.ok() ? finished.out() : "");
    }

    /** Runs a command for its effect. */
    public Outcome order(Target manager, String command) throws InterruptedException {
        if (control.dryRun()) {
            return Outcome.ok("would run: " + command);
        }
        Finished finished = control.shell(manager, command, limit);
        String name = command.split(" ", 2)[0];
        return finished.ok() ? Outcome.ok(finished.lastWords()) : Trouble.of(manager, finished, name);
    }

    /** Has the leader give the leadership to another manager. */
    public Outcome handOver(Target manager) throws InterruptedException {
        return order(manager, "edog:leader-handover");
    }

    /** From now on the newest format is written: no way back to an older version. */
    public Outcome finalizeUpgrade(Target manager) throws InterruptedException {
        return order(manager, "edog:upgrade-finalize");
    }
}
