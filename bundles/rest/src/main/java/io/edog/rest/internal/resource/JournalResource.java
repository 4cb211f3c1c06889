package io.edog.rest.internal.resource;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.service.ClusterService;
import io.edog.api.view.JournalEntryView;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.call.Numbers;
import io.edog.rest.internal.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** All that ever happened, and who did it. */
@Path("/journal")
@Tag(name = "cluster")
@Produces(MediaType.APPLICATION_JSON)
public final class JournalResource implements RestResource {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    private final Calls calls;
    private final Backends backends;

    public JournalResource(Calls calls, Backends backends) {
        this.calls = calls;
        this.backends = backends;
    }

    @GET
    @Operation(operationId = "listJournal", summary = "Read the journal, as an administrator")
    @ApiResponse(
            responseCode = "200",
            description = "Entries without a gap; 'next' is the 'from' of what follows",
            content = @Content(schema = @Schema(ref = "JournalEntryList")))
    @ApiResponse(responseCode = "410", description = "Older than what is kept")
    public CompletionStage<Response> list(
            @Context Caller caller,
            @QueryParam("from")
                    @Parameter(
                            description = "The first index",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String from,
            @QueryParam("limit")
                    @Parameter(
                            description = "How many at most",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    @Nullable
                    String limit) {
        Index first = new Index(Numbers.of("from", from, 1, Long.MAX_VALUE, 1));
        int max = (int) Numbers.of("limit", limit, 1, MAX_LIMIT, DEFAULT_LIMIT);
        return calls.read(caller, view -> {
            ClusterService cluster = backends.cluster();
            Index head = cluster.status().index();
            List<Entry> entries = cluster.journal(caller.principal(), first, max);
            return Response.ok(JournalEntryView.page(entries, head));
        });
    }
}
