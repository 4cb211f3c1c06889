package io.edog.shell.internal.command;

import io.edog.api.journal.Index;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Event;
import io.edog.api.service.EventListener;
import io.edog.api.view.EventView;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.JournalText;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Prints events, up to a number of them. */
final class EventPrinter implements EventListener {

    private final Call call;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private int left;

    EventPrinter(Call call, int count) {
        this.call = call;
        this.left = count;
    }

    /** Completes when as many as wanted are printed, or nothing more will come. */
    CompletableFuture<Void> end() {
        return end;
    }

    /**
     * A line of JSON.
     *
     * @param event the name of the server-sent event
     * @param data its data
     */
    record Line(String event, EventView data) {}

    @Override
    public synchronized void events(Index index, List<Event> events) {
        ClusterView view = call.view();
        for (Event event : events) {
            if (left > 0) {
                print(event, view);
                left--;
            }
        }
        if (left == 0) {
            end.complete(null);
        }
    }

    private void print(Event event, ClusterView view) {
        call.output()
                .show(
                        new Line(event.name(), EventView.of(event, view)),
                        event.index() + "  " + event.at().truncatedTo(ChronoUnit.SECONDS) + "  "
                                + JournalText.change(event.change()));
    }

    @Override
    public void ended(String reason) {
        end.completeExceptionally(
                Failure.away("Nothing more can be followed: " + reason + ".", "Begin again, with --since."));
    }
}
