package io.edog.agent.internal.converge;

import io.edog.api.model.Order;

/** Something to be done to one run; one at a time. */
sealed interface Action {
    /** Write the intent, then create it paused. */
    record Start() implements Action {}

    record Resume() implements Action {}

    record Suspend() implements Action {}

    record PressButton() implements Action {}

    /** Remember the order, then carry it out. */
    record Obey(Order order) implements Action {}

    /**
     * End it.
     *
     * @param why for the log: the evidence
     * @param force at once, without letting caches be flushed
     */
    record Destroy(String why, boolean force) implements Action {}
}
