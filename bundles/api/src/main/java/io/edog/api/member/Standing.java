package io.edog.api.member;

/** What a manager is able to do. */
public enum Standing {
    /** It applies what the journal still holds, or installs a state; it answers no reads yet. */
    CATCHING_UP,
    /** It has read the journal to its head and answers. */
    SERVING,
    /** It took itself out of service, and says why; only an administrator brings it back. */
    OUT_OF_SERVICE
}
