package io.edog.rest.internal.call;

import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What every list takes, unread: so that a wrong value can be answered by name. Filled by JAX-RS. */
public final class ListParams {
    /** How many at most. */
    @QueryParam("limit")
    @Nullable
    String limit;

    /** The {@code next} of the page before. */
    @QueryParam("after")
    @Nullable
    String after;

    /** A field to sort by; with {@code -} before it, descending. */
    @QueryParam("sort")
    @Nullable
    String sort;

    /** Only those whose name or id contains this. */
    @QueryParam("q")
    @Nullable
    String q;
}
