package io.edog.core.decide;

import io.edog.api.state.ClusterState;
import java.util.function.Supplier;

/** MAC addresses in QEMU's range {@code 52:54:00}, unique in the cluster. */
final class Macs {
    private static final int TRIES = 1000;

    private Macs() {}

    static String fresh(Supplier<String> ids, ClusterState state) {
        for (int i = 0; i < TRIES; i++) {
            String hex = ids.get().replace("-", "");
            String mac = "52:54:00:" + hex.substring(0, 2) + ":" + hex.substring(2, 4) + ":" + hex.substring(4, 6);
            if (!state.macInUse(mac)) {
                return mac;
            }
        }
        throw Check.wrongState("No free MAC address was found.", "Give one in nics.mac.");
    }
}
