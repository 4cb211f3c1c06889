package io.edog.itests.container.hotswap;

import static io.edog.itests.container.hotswap.Node.soon;

import java.util.Map;
import java.util.Set;

/** Without it everything is answered 503, whoever asks: never open. */
final class RbacPart implements Part {
    @Override
    public String feature() {
        return "edog-rbac";
    }

    @Override
    public Set<String> bundles() {
        return Set.of("edog-rbac");
    }

    @Override
    public Set<String> unaffected() {
        return Set.of(Rest.PAGE);
    }

    @Override
    public Set<String> affected() {
        return Set.of(Rest.API + "/vms");
    }

    @Override
    public void away(Node node, Guest guest) {
        for (Rest caller : new Rest[] {node.admin(), Rest.anonymous()}) {
            caller.get(Rest.API + "/vms").expect(503);
            caller.get(Rest.API + "/health").expect(503);
            caller.post(Rest.API + "/sessions", Map.of("user", "admin", "password", "x"))
                    .expect(503);
            caller.post(Rest.API + "/vms/" + guest.id() + "/stop", Map.of("force", true))
                    .expect(503);
        }
    }

    /** Also the token of before is good, and one can log in anew. */
    @Override
    public void back(Node node, Guest guest) {
        soon("the token is good again")
                .until(() -> node.admin().get(Rest.API + "/vms").status() == 200);
        Node.open().get("/vms");
    }
}
