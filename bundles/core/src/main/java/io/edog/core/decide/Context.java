package io.edog.core.decide;

import io.edog.api.member.Member;
import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.api.service.Principal;
import io.edog.core.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that a decision may depend on besides the state.
 *
 * @param now the leader's clock
 * @param ids fresh UUIDs
 * @param node the leader's name
 * @param managers all managers as far as known, the leader included
 */
public record Context(
        Principal principal, Instant now, Supplier<String> ids, Settings settings, String node, List<Member> managers) {
    /** Of a lone manager. */
    public Context(Principal principal, Instant now, Supplier<String> ids, Settings settings) {
        this(principal, now, ids, settings, "", List.of());
    }

    Context of(Principal other) {
        return new Context(other, now, ids, settings, node, managers);
    }

    Task newTask(String kind, String subject, String message) {
        return new Task(
                ids.get(),
                principal.tenant(),
                principal.user(),
                kind,
                subject,
                TaskState.RUNNING,
                0,
                message,
                Optional.empty(),
                now,
                now);
    }
}
