package io.edog.itests.container.hotswap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Without it this host's VMs read unknown, with the reason, and run on. */
final class AgentPart implements Part {
    @Override
    public String feature() {
        return "edog-agent";
    }

    @Override
    public Set<String> bundles() {
        return Set.of("edog-agent");
    }

    @Override
    public Set<String> unaffected() {
        return Set.of(Rest.API + "/vms", Rest.API + "/health", Rest.PAGE);
    }

    @Override
    public Set<String> affected() {
        return Set.of();
    }

    @Override
    public void away(Node node, Guest guest) {
        JsonNode vm = guest.seen(node, "unknown");
        assertThat(vm.path("reason").asText()).isNotBlank();
    }

    /** It finds the guest as it is, and drives it. */
    @Override
    public void back(Node node, Guest guest) {
        JsonNode vm = guest.seen(node, "running");
        assertThat(vm.path("run").asLong()).as("the guest's run").isEqualTo(1);
        for (String action : new String[] {"pause", "resume"}) {
            node.done(node.order("/vms/" + guest.id() + "/" + action, Map.of()));
        }
        guest.seen(node, "running");
    }
}
