package io.edog.itests.container.hotswap;

import static io.edog.itests.container.hotswap.Node.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

/** Without it there are no edges; the page's files are still served. */
final class RestPart implements Part {
    @Override
    public String feature() {
        return "edog-rest";
    }

    @Override
    public Set<String> bundles() {
        return Set.of("edog-rest", "edog-shell");
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
        Rest.anonymous().get(Rest.API + "/health").expect(503);
        node.admin().get(Rest.API + "/vms").expect(503);
        assertThat(Shell.run("edog:vm-list --json").exit()).isEqualTo(Shell.UNREACHABLE);
    }

    @Override
    public void back(Node node, Guest guest) {
        soon("the API answers").until(() -> node.admin().get(Rest.API + "/vms").status() == 200);
        guest.seen(node, "running");
        assertThat(Shell.run("edog:vm-list --json").succeeded()).contains(guest.id());
    }
}
