package io.edog.shell.client;

import java.io.IOException;

/** Nobody listens at the socket. */
final class UnreachableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreachableException(IOException cause) {
        super(cause);
    }
}
