package io.edog.itests.container.hotswap;

import static io.edog.itests.container.hotswap.Node.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

/** Without it every call is answered 503, but health. */
final class ManagerPart implements Part {
    @Override
    public String feature() {
        return "edog-manager";
    }

    @Override
    public Set<String> bundles() {
        return Set.of("edog-manager", "edog-peer", "edog-store");
    }

    @Override
    public Set<String> unaffected() {
        return Set.of(Rest.PAGE);
    }

    @Override
    public Set<String> affected() {
        return Set.of(Rest.API + "/vms", Rest.API + "/health");
    }

    @Override
    public void away(Node node, Guest guest) {
        for (String path : new String[] {"/vms", "/hosts", "/tasks", "/vms/" + guest.id()}) {
            Rest.Reply reply = node.admin().get(Rest.API + path).expect(503);
            assertThat(reply.json().path("detail").asText()).isNotBlank();
        }
        node.admin()
                .post(Rest.API + "/volumes", Map.of("name", "none", "sizeBytes", 1 << 20))
                .expect(503);
        Rest.anonymous().get(Rest.API + "/health").expect(200);
        assertThat(Node.health().path("status").asText()).isEqualTo("degraded");
    }

    /** The state is as it was, and can be changed. */
    @Override
    public void back(Node node, Guest guest) {
        soon("the manager serves")
                .until(() -> node.admin().get(Rest.API + "/vms").status() == 200);
        guest.seen(node, "running");
        node.done(node.orderVolume());
    }
}
