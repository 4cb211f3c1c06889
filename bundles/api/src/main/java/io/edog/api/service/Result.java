package io.edog.api.service;

import io.edog.api.journal.Index;
import io.edog.api.model.Reply;

/** What a caller learns of its command. */
public sealed interface Result {

    /**
     * It is durable and applied at an index; work may go on under the reply's task.
     *
     * @param repeated whether the same command had been accepted before under its key
     */
    record Accepted(Index index, Reply reply, boolean repeated) implements Result {}

    /** Nothing was written. */
    record Refused(Problem problem) implements Result {}
}
