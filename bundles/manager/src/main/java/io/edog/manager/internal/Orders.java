package io.edog.manager.internal;

import io.edog.api.command.ClusterCommand.HandOver;
import io.edog.api.command.ClusterCommand.RemoveManager;
import io.edog.api.journal.JournalException;
import io.edog.api.service.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done, besides the entry, once a command about the cluster itself is durable: before its caller is told, who else would
 * believe in something that failed. One that failed is done when it is asked again. Used by the loop alone.
 */
final class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final Ports ports;
    private final Term term;
    private final Roster roster;
    private final Set<String> failed = new HashSet<>();

    Orders(Ports ports, Term term, Roster roster) {
        this.ports = ports;
        this.term = term;
        this.roster = roster;
    }

    /**
     * Carries a command out.
     *
     * @return why that failed, if it did
     */
    Optional<Problem> carryOut(PendingCommand order) {
        Optional<Problem> problem = Optional.empty();
        if (order.command() instanceof HandOver) {
            problem = handOver(order.principal().name());
        } else if (order.command() instanceof RemoveManager remove) {
            problem = remove(remove.node(), order.principal().name());
        }
        problem.ifPresentOrElse(why -> failed.add(order.outcomeId()), () -> failed.remove(order.outcomeId()));
        return problem;
    }

    /** Carries out what was asked before; not what was done then: leaders, and managers under a name, come again. */
    Optional<Problem> carryOutAgain(PendingCommand order) {
        boolean open = failed.contains(order.outcomeId())
                || (order.command() instanceof RemoveManager remove && away(remove.node()));
        return open ? carryOut(order) : Optional.empty();
    }

    private boolean away(String node) {
        return roster.others().anyMatch(member -> member.node().equals(node) && !member.live());
    }

    /** To be without the leadership is all that was asked. */
    private Optional<Problem> handOver(String by) {
        return term.serving().isEmpty() || term.handOver("on the order of " + by)
                ? Optional.empty()
                : Optional.of(Problem.unavailable(
                        "No other manager takes the leadership over at this moment.", "Order it again in a moment."));
    }

    private Optional<Problem> remove(String node, String by) {
        try {
            ports.neighbours().members().ifPresent(members -> members.remove(node));
            LOG.info("manager {} removed on the order of {}", node, by);
            return Optional.empty();
        } catch (JournalException e) {
            LOG.warn("manager {} is not removed: {}", node, e.getMessage());
            return Optional.of(Problem.unavailable(
                    "Manager '" + node + "' is not removed: " + e.getMessage() + ".", "Order it again."));
        }
    }
}
