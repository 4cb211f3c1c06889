package io.edog.shell.client;

import java.io.IOException;

/** Whoever read our output has gone, as {@code head} does. */
final class NobodyReadsException extends IOException {

    private static final long serialVersionUID = 1L;

    NobodyReadsException(IOException cause) {
        super(cause);
    }
}
