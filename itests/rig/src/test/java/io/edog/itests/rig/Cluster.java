package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.support.Rest;
import io.edog.itests.support.Volumes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the tests ask of a cluster on a rig. */
final class Cluster {
    private static final Duration SETTLED = Duration.ofMinutes(3);
    private static final Duration AGAIN = Duration.ofSeconds(60);

    private final Rig rig;
    /** Once known it is needed also while the host that has it is off, or has a new disk. */
    private Optional<String> password = Optional.empty();

    Cluster(Rig rig) {
        this.rig = rig;
    }

    /** All nodes are well: their roles at this moment by their names. */
    Map<String, String> roles() {
        JsonNode ping = rig.appctl().json("cluster", "ping");
        return StreamSupport.stream(ping.path("nodes").spliterator(), false)
                .peek(node -> assertThat(node.path("well").asBoolean())
                        .as(node.toString())
                        .isTrue())
                .collect(Collectors.toMap(
                        node -> node.path("node").asText(),
                        node -> node.path("role").asText()));
    }

    /** Three managers and two agents with a guest each, whatever was there of them. */
    void runs() {
        Appctl appctl = rig.appctl();
        appctl.run("cluster", "conf", "a", "b", "c", "--agents", "d", "e").succeeded();
        appctl.run("cluster", "deploy").succeeded();
        appctl.run("cluster", "start").succeeded();
        serves(Map.of("d", "agent", "e", "agent"));
        rig.verb(SETTLED, "demo").succeeded();
    }

    /** The process of the guest of each agent. */
    List<String> guests() {
        return rig.agents().stream()
                .map(host -> host.name() + " " + host.bash("cat /run/libvirt/qemu/*.pid"))
                .toList();
    }

    void serves(Map<String, String> others) {
        await("all nodes are well").atMost(SETTLED).untilAsserted(() -> {
            Map<String, String> roles = roles();
            assertThat(roles).containsValue("leader").containsAllEntriesOf(others);
        });
    }

    /** The administrator, at a manager, which may need a moment while leaders change. */
    Rest admin(RigHost manager) {
        String body = Rest.JSON
                .createObjectNode()
                .put("user", "admin")
                .put("password", password())
                .toString();
        return await("a session at " + manager.name())
                .atMost(SETTLED)
                .until(() -> session(manager.rest(), body), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Rest> session(Rest manager, String body) {
        try {
            return Optional.of(manager.send("POST", "/sessions", Optional.of(body)))
                    .filter(reply -> reply.status() == 201)
                    .map(reply -> manager.with(reply.text("token")));
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    private String password() {
        password = password.or(() -> Optional.of(firstPassword()));
        return password.orElseThrow();
    }

    private String firstPassword() {
        return rig.managers().stream()
                .map(host -> host.bash("cat /var/lib/edog/admin-password 2>/dev/null || true"))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no manager has the first password"));
    }

    /** Hands the leadership over until a manager has it, or has it not. */
    void lead(RigHost manager, boolean wanted) {
        await("the leadership where it is wanted").atMost(AGAIN).untilAsserted(() -> {
            String leader = leader();
            if (leader.equals(manager.name()) != wanted) {
                admin(rig.host(leader)).post("/cluster/handover", "{}").expect(204);
            }
            assertThat(leader.equals(manager.name())).isEqualTo(wanted);
        });
    }

    private String leader() {
        return roles().entrySet().stream()
                .filter(role -> role.getValue().equals("leader"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody leads"));
    }

    /** Writes something through a manager, which may have to ask again while leaders change. */
    static void written(Rest admin, String name) {
        await("the write " + name)
                .atMost(AGAIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> writes(admin, name));
    }

    /** Writes something through a manager: true once it is acknowledged. */
    static boolean writes(Rest admin, String name) {
        return writes(admin, name, Duration.ofSeconds(2));
    }

    /** The same, for those who wait no longer than they say. */
    static boolean writes(Rest admin, String name, Duration limit) {
        try {
            String body = Volumes.request(name);
            return admin.limit(limit)
                            .send("POST", "/volumes", Optional.of(body), "Idempotency-Key", name)
                            .status()
                    == 202;
        } catch (IOException e) {
            return false;
        }
    }
}
