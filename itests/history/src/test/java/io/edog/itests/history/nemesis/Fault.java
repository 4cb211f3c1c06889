package io.edog.itests.history.nemesis;

import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.cluster.Cluster.Part;
import java.util.List;

/** Something that breaks at one node. */
public enum Fault {
    KILL_MANAGER(List.of(Part.KARAF)),
    KILL_VOTER(List.of(Part.ZOOKEEPER)),
    KILL_NODE(List.of(Part.KARAF, Part.ZOOKEEPER)),
    PAUSE_MANAGER(List.of(Part.KARAF)),
    PAUSE_VOTER(List.of(Part.ZOOKEEPER)),
    PAUSE_NODE(List.of(Part.KARAF, Part.ZOOKEEPER)),
    CUT_NODE(List.of());

    private final List<Part> parts;

    Fault(List<Part> parts) {
        this.parts = parts;
    }

    boolean kills() {
        return this == KILL_MANAGER || this == KILL_VOTER || this == KILL_NODE;
    }

    void begin(Cluster cluster, String node) {
        if (this == CUT_NODE) {
            cluster.cut(node);
        }
        for (Part part : parts) {
            if (kills()) {
                cluster.kill(node, part);
            } else {
                cluster.pause(node, part);
            }
        }
    }

    void end(Cluster cluster, String node) {
        if (this == CUT_NODE) {
            cluster.heal(node);
        }
        if (!kills()) {
            parts.forEach(part -> cluster.resume(node, part));
        }
    }
}
