package io.edog.store.internal;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read from their beginning more than once. */
interface Streamed {
    InputStream open() throws IOException;
}
