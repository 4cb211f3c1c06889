package io.edog.core.decide;

import io.edog.api.command.ClusterCommand;
import io.edog.api.command.ClusterCommand.HandOver;
import io.edog.api.command.ClusterCommand.RemoveHost;
import io.edog.api.command.ClusterCommand.RemoveManager;
import io.edog.api.member.Member;
import io.edog.api.member.Standing;
import io.edog.api.model.ClusterSettings;
import io.edog.api.model.Reply;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.core.Draft;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides what is done to the cluster itself. What is to be done besides the entry is done once that is durable. */
final class ClusterDecider {
    private final Draft draft;
    private final Context context;

    ClusterDecider(Draft draft, Context context) {
        this.draft = draft;
        this.context = context;
    }

    Reply decide(ClusterCommand command) {
        if (command instanceof HandOver) {
            return handOver();
        }
        if (command instanceof RemoveManager remove) {
            return remove(remove);
        }
        if (command instanceof RemoveHost remove) {
            return new HostRemoval(draft, new Lookup(draft.state(), context.principal())).decide(remove);
        }
        return finalizeUpgrade();
    }

    private Reply handOver() {
        if (others().noneMatch(member -> member.live() && member.standing() == Standing.SERVING)) {
            throw Check.wrongState(
                    "No other manager could take the leadership over.",
                    "Start another manager, or wait until it has caught up.");
        }
        return reply(context.node());
    }

    private Reply remove(RemoveManager command) {
        String node = command.node();
        Member member =
                others().filter(other -> other.node().equals(node)).findFirst().orElseThrow(() -> unknown(node));
        if (member.live() && !command.force()) {
            throw Check.wrongState("Manager '" + node + "' is live.", "Stop it first, or force it.");
        }
        return reply(node);
    }

    private ProblemException unknown(String node) {
        return node.equals(context.node())
                ? Check.wrongState(
                        "Manager '" + node + "' leads: it can't remove itself.", "Hand the leadership over first.")
                : new ProblemException(Problem.notFound("manager", node));
    }

    private Reply finalizeUpgrade() {
        List<Member> live = context.managers().stream()
                .filter(member -> member.live() || member.node().equals(context.node()))
                .toList();
        int newest = live.stream().mapToInt(Member::format).max().orElseThrow();
        Optional<Member> older =
                live.stream().filter(member -> member.format() < newest).findFirst();
        if (older.isPresent()) {
            throw Check.wrongState(
                    "Manager '" + older.get().node() + "' still runs version "
                            + older.get().version() + ".",
                    "Upgrade it first.");
        }
        draft.put(new ClusterSettings(newest));
        return reply(ClusterSettings.ID);
    }

    private Stream<Member> others() {
        return context.managers().stream().filter(member -> !member.node().equals(context.node()));
    }

    private static Reply reply(String subject) {
        return new Reply(subject, Optional.empty());
    }
}
