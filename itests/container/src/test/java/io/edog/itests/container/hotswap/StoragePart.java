package io.edog.itests.container.hotswap;

import static io.edog.itests.container.hotswap.Node.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Without it work on volumes waits, says why, and goes on when it is back. */
final class StoragePart implements Part {
    private Optional<JsonNode> waiting = Optional.empty();

    @Override
    public String feature() {
        return "edog-storage";
    }

    @Override
    public Set<String> bundles() {
        return Set.of("edog-storage");
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
        JsonNode ordered = node.orderVolume();
        JsonNode task = soon("the task says what it waits for")
                .until(
                        () -> node.task(ordered.path("id").asText()),
                        t -> t.path("message").asText().contains("the storage feature is not installed"));
        assertThat(task.path("state").asText()).isIn("queued", "running");
        guest.seen(node, "running");
        waiting = Optional.of(ordered);
    }

    @Override
    public void back(Node node, Guest guest) {
        String volume = node.done(waiting.orElseGet(() -> node.orderVolume()));
        waiting = Optional.empty();
        assertThat(node.get("/volumes/" + volume).path("state").asText()).isEqualTo("ready");
    }
}
