package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Rest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An address of a rig's network that follows the leader. */
record FloatingAddress(Rig rig, String address) {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** One that no host has. */
    static FloatingAddress of(Rig rig) {
        return new FloatingAddress(rig, rig.host("a").address().replaceFirst("[0-9]+$", "200"));
    }

    /** What {@code cluster conf} takes it as. */
    String option() {
        return address + "/24@eth0";
    }

    /** Waits until the leader answers there, and one of these hosts has the address, the others not. */
    RigHost isAtOneOf(List<RigHost> hosts) {
        await("the leader at " + address).atMost(LIMIT).untilAsserted(() -> {
            assertThat(role()).contains("leader");
            assertThat(holders(hosts)).hasSize(1);
        });
        return holders(hosts).get(0);
    }

    private Optional<String> role() {
        try {
            Rest there = Rest.at("http://" + address + ":9501/api/v1").limit(ANSWER);
            return Optional.of(there.send("GET", "/health", Optional.empty()).text("role"));
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    private List<RigHost> holders(List<RigHost> hosts) {
        return hosts.stream()
                .filter(host -> host.bash("ip -o address show dev eth0").contains(" " + address + "/24 "))
                .toList();
    }
}
