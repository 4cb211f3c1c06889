package io.edog.rest.internal.call;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What every list takes, unread: so that a wrong value can be answered by name. Filled by JAX-RS. */
public final class ListParams {
    @QueryParam("limit")
    @Parameter(
            description = "How many at most",
            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
    @Nullable
    String limit;

    @QueryParam("after")
    @Parameter(description = "The 'next' of the page before")
    @Nullable
    String after;

    @QueryParam("sort")
    @Parameter(description = "A field to sort by; with '-' before it, descending. Default: id")
    @Nullable
    String sort;

    @QueryParam("q")
    @Parameter(description = "Only those whose name or id contains this, whatever its case")
    @Nullable
    String q;

    /** For JAX-RS. */
    public ListParams() {}

    ListParams(@Nullable String limit, @Nullable String after, @Nullable String sort, @Nullable String q) {
        this.limit = limit;
        this.after = after;
        this.sort = sort;
        this.q = q;
    }
}
