package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import io.edog.api.service.EventListener;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.state.ClusterState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Those who follow the journal, each on a thread of its own, so that a slow one slows nobody. */
final class Followers implements Replica.Listener {
    private final int limit;
    private final Replica replica;
    private final RecentEntries recent = new RecentEntries();
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    Followers(int limit, Replica replica) {
        this.limit = limit;
        this.replica = replica;
        replica.listen(this);
    }

    Subscription follow(Index after, Principal principal, EventListener listener) {
        if (followers.size() >= limit) {
            throw new ProblemException(Problem.unavailable(
                    "There are already " + limit + " event streams.", "Close one, or raise follower.limit."));
        }
        refuseTooOld(after.next());
        Follower follower = new Follower(this, after, principal, listener);
        followers.add(follower);
        follower.start();
        return follower;
    }

    /** Entries from an index on, at most {@code max}, none beyond the applied index. */
    List<Entry> read(Index from, int max) {
        return recent.from(from, max).orElseGet(() -> replica.archive(from, max));
    }

    ClusterState state() {
        return replica.state();
    }

    /** @throws ProblemException 410 when entries from {@code from} on are no longer kept */
    void refuseTooOld(Index from) {
        Optional<Index> oldest = replica.oldest();
        if (oldest.isPresent() && !from.reached(oldest.get())) {
            throw new ProblemException(new Problem(
                    "gone",
                    "No longer kept",
                    410,
                    "The journal here begins at index " + oldest.get() + ".",
                    Optional.of("from"),
                    Optional.of("Read the objects anew and go on from the present index.")));
        }
    }

    void ended(Follower follower) {
        followers.remove(follower);
    }

    void close() {
        followers.forEach(follower -> follower.end("this manager is stopping"));
    }

    @Override
    public void applied(ClusterState before, Entry entry, ClusterState after) {
        recent.add(entry);
        followers.forEach(Follower::wake);
    }

    @Override
    public void installed(ClusterState state) {
        recent.clear();
        followers.forEach(Follower::wake);
    }
}
