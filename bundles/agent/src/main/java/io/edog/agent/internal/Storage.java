package io.edog.agent.internal;

/** What is said of this host's storage. */
public final class Storage {
    /** While it is away. */
    public static final String ABSENT = "the storage feature is not installed on this host";

    private Storage() {}
}
