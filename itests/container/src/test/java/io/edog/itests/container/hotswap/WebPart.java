package io.edog.itests.container.hotswap;

import static io.edog.itests.container.hotswap.Node.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

/** Without it there is no page; the API is as before. */
final class WebPart implements Part {
    @Override
    public String feature() {
        return "edog-web";
    }

    @Override
    public Set<String> bundles() {
        return Set.of("edog-web");
    }

    @Override
    public Set<String> unaffected() {
        return Set.of(Rest.API + "/vms", Rest.API + "/health");
    }

    @Override
    public Set<String> affected() {
        return Set.of(Rest.PAGE);
    }

    @Override
    public void away(Node node, Guest guest) {
        Rest.anonymous().get(Rest.PAGE).expect(404);
        assertThat(Shell.run("edog:vm-list --json").succeeded()).contains(guest.id());
    }

    @Override
    public void back(Node node, Guest guest) {
        Rest.Reply page =
                soon("the page is there").until(() -> Rest.anonymous().get(Rest.PAGE), r -> r.status() == 200);
        assertThat(page.text()).contains("<html");
    }
}
