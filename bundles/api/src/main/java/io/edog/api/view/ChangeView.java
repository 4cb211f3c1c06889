package io.edog.api.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edog.api.journal.Change;
import io.edog.api.json.Json;
import io.edog.api.model.Resource;
import java.util.List;

/**
 * One change of a journal entry.
 *
 * @param change what happened, named as the events are: {@code vm.put}, {@code vm.removed}
 * @param object the whole object as it was recorded, hashes of passwords and tokens replaced; only id, kind and tenant
 *     when it is gone
 */
public record ChangeView(String change, JsonNode object) {

    /** What stands in place of a secret's hash. */
    public static final String REDACTED = "redacted";

    private static final List<String> SECRETS = List.of("passwordHash", "tokenHash");

    /** A change as administrators see it. */
    public static ChangeView of(Change change) {
        if (change instanceof Change.Put put) {
            return new ChangeView(put.object().resourceKind().word() + ".put", redacted(put.object()));
        }
        Change.Removed removed = (Change.Removed) change;
        ReferenceView gone = new ReferenceView(removed.id(), removed.kind(), removed.tenant());
        return new ChangeView(removed.kind().word() + ".removed", Json.mapper().valueToTree(gone));
    }

    private static JsonNode redacted(Resource object) {
        ObjectNode tree = Json.mapper().valueToTree(object);
        tree.remove("@type");
        SECRETS.stream().filter(tree::has).forEach(secret -> tree.put(secret, REDACTED));
        return tree;
    }
}
