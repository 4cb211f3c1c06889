package io.edog.manager.internal;

import io.edog.api.command.ClusterCommand;
import io.edog.api.command.ClusterCommand.HandOver;
import io.edog.api.command.ClusterCommand.RemoveManager;
import io.edog.api.journal.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done, besides the entry, once a command about the cluster itself is durable. Used by the loop alone. */
final class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final Ports ports;
    private final Term term;

    Orders(Ports ports, Term term) {
        this.ports = ports;
        this.term = term;
    }

    void carryOut(ClusterCommand command, String by) {
        if (command instanceof HandOver) {
            term.handOver("on the order of " + by);
        } else if (command instanceof RemoveManager remove) {
            remove(remove.node(), by);
        }
    }

    private void remove(String node, String by) {
        try {
            ports.neighbours().members().ifPresent(members -> members.remove(node));
            LOG.info("manager {} removed on the order of {}", node, by);
        } catch (JournalException e) {
            LOG.warn("manager {} is not removed, order it again: {}", node, e.getMessage());
        }
    }
}
