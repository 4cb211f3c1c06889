package io.edog.core.decide;

import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.state.ClusterState;
import io.edog.api.state.Kinds;
import io.edog.core.AccessPolicy;
import java.util.Optional;

/** Finds what a command names, among what its principal may see. */
record Lookup(ClusterState state, Principal principal) {

    /** The object a command is about; 404 if it is not there or not theirs. */
    <T extends Resource> T subject(Class<T> type, String idOrName) {
        return find(type, idOrName)
                .orElseThrow(() -> new ProblemException(Problem.notFound(label(Kinds.of(type)), idOrName)));
    }

    /** An object that a field of a command names; 422 at that field if it is not there or not theirs. */
    <T extends Resource> T reference(Class<T> type, String field, String idOrName) {
        return find(type, idOrName)
                .orElseThrow(
                        () -> new ProblemException(Problem.unknownReference(field, label(Kinds.of(type)), idOrName)));
    }

    private <T extends Resource> Optional<T> find(Class<T> type, String idOrName) {
        return state.lookup(type, principal.tenant(), idOrName).filter(o -> AccessPolicy.canRead(principal, o));
    }

    private static String label(Kind kind) {
        return kind == Kind.VM ? "VM" : kind.word();
    }
}
