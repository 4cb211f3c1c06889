package io.edog.sim.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.edog.api.bus.Assignments;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.json.Json;
import io.edog.api.model.Kind;
import io.edog.api.service.Result;
import io.edog.api.state.ClusterState;
import io.edog.sim.kernel.Trace;
import io.edog.sim.zookeeper.Ensemble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Watches from outside and stops the schedule as soon as a rule is broken. */
public final class Oracle implements Ensemble.Witness {
    private final Trace trace;
    private final Runnable stop;
    private final Places places;
    private final History history = new History();
    private final Map<Long, String> hashes = new HashMap<>();
    private final Map<String, long[]> accepted = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private Optional<Violation> violation = Optional.empty();
    private long epoch;
    private long trimmed;

    /** Where in ZooKeeper things lie. */
    public record Places(String epoch, String log, String trimmed) {}

    /**
     * Nothing seen yet.
     *
     * @param stop ends the schedule
     */
    public Oracle(Trace trace, Runnable stop, Places places) {
        this.trace = trace;
        this.stop = stop;
        this.places = places;
    }

    public Optional<Violation> violation() {
        return violation;
    }

    public Map<String, Integer> counts() {
        return counts;
    }

    /** A rule is broken; the first counts. */
    public void violated(String rule, String detail) {
        trace.say("## %s: %s", rule, detail);
        if (violation.isEmpty()) {
            violation = Optional.of(new Violation(rule, detail));
        }
        stop.run();
    }

    public void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void check(boolean so, String rule, String detail) {
        if (!so) {
            violated(rule, detail);
        }
    }

    /** Product code threw what nobody expects. */
    public void crashed(String who, Throwable e) {
        StackTraceElement[] stack = e.getStackTrace();
        violated("crash", who + ": " + e + (stack.length == 0 ? "" : " at " + stack[0]));
        for (StackTraceElement element : stack) {
            trace.say("      %s", element);
        }
    }

    @Override
    public void committed(String path, Optional<byte[]> data, int version) {
        if (path.equals(places.epoch())) {
            count(epoch == 0 ? "first leaders" : "leader changes");
            epoch = version;
            trace.say("epoch %d", epoch);
        } else if (path.equals(places.trimmed())) {
            trimmed(data.orElseThrow());
        } else if (path.startsWith(places.log() + "/")) {
            long index = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
            data.ifPresentOrElse(wire -> appended(index, Line.of(wire)), () -> deleted(index));
        } else if (path.contains("/assignments/")) {
            assigned(json(data.orElseThrow()));
        }
    }

    @Override
    public void uncertain(String path) {
        if (path.startsWith(places.log() + "/")) {
            count("append connection losses");
        }
    }

    private void appended(long index, Line line) {
        if (index <= trimmed && line.equals(history.at(index)) && line.epoch() == epoch) {
            trace.say("entry %d is written anew by a late request, below the mark", index);
            return;
        }
        count("entries");
        trace.say(
                "entry %d of epoch %d: keys %s, changes %s",
                index, line.epoch(), line.keys(), line.changes().keySet());
        check(index == line.index(), "divergence", "entry " + line.index() + " lies at " + index);
        check(index > history.head(), "lost-write", "entry " + index + " was written anew: it had been there");
        check(index <= history.head() + 1, "lost-write", "entry " + index + " follows " + history.head());
        check(
                line.epoch() == epoch,
                "deposed-write",
                "entry " + index + " of epoch " + line.epoch() + " in epoch " + epoch);
        if (violation.isEmpty()) {
            String before = index == 1 ? "0".repeat(64) : history.at(index - 1).hash();
            check(
                    line.previous().equals(before),
                    "divergence",
                    "entry " + index + " does not follow the one before it");
            history.add(line)
                    .ifPresent(key -> violated(
                            "doubled-write",
                            key + " was done at " + history.decided(key).orElse(0L) + " and again at " + index));
        }
    }

    private void deleted(long index) {
        check(index <= trimmed, "lost-write", "entry " + index + " was deleted, the mark is " + trimmed);
    }

    private void trimmed(byte[] data) {
        JsonNode mark = json(data);
        long upTo = mark.get("upTo").asLong();
        check(upTo >= trimmed && upTo <= history.head(), "lost-write", "the mark is " + upTo + " after " + trimmed);
        trimmed = upTo;
        trace.say("trimmed up to %d", upTo);
    }

    private void assigned(JsonNode assignments) {
        long by = assignments.get("epoch").get("value").asLong();
        long index = assignments.get("index").get("value").asLong();
        trace.say("assignments of epoch %d, index %d", by, index);
        check(by == epoch, "deposed-assignment", "assignments of epoch " + by + " were written in epoch " + epoch);
        check(
                index <= history.head(),
                "unapplied-assignment",
                "assignments of index " + index + ", the journal ends at " + history.head());
    }

    /** A host follows these assignments. */
    public void accepted(String host, Assignments assignments) {
        long by = assignments.epoch().value();
        long index = assignments.index().value();
        trace.say("%s follows epoch %d, index %d", host, by, index);
        long[] before = accepted.getOrDefault(host, new long[2]);
        check(
                by > before[0] || (by == before[0] && index >= before[1]),
                "deposed-assignment",
                host + " follows epoch " + by + " index " + index + " after epoch " + before[0] + " index "
                        + before[1]);
        accepted.put(host, new long[] {by, index});
        if (index <= history.head()) {
            Set<String> wanted = history.workOf(host, index);
            check(
                    ids(assignments).equals(wanted),
                    "unapplied-assignment",
                    host + " is told " + ids(assignments) + " as of index " + index + ", where it is " + wanted);
        }
    }

    private static Set<String> ids(Assignments assignments) {
        return assignments.volumes().stream().map(VolumeAssignment::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A database is about to hold an entry. */
    public void applied(String node, long before, Entry entry, ClusterState after) {
        long index = entry.index().value();
        trace.say("%s applies %d", node, index);
        check(index == before + 1, "doubled-write", node + " applies entry " + index + " after " + before);
        check(index <= history.head(), "divergence", node + " applies entry " + index + ", which was never written");
        if (violation.isEmpty()) {
            check(
                    history.at(index).hash().equals(entry.hash()),
                    "divergence",
                    node + " applies another entry " + index + " than there is");
            state(node, after);
        }
    }

    /** A database is about to be replaced by a state. */
    public void installed(String node, ClusterState before, ClusterState state) {
        long index = state.index().value();
        trace.say("%s installs the state at %d, having %s", node, index, before.index());
        check(
                index >= before.index().value(),
                "lost-write",
                node + " installs the state at " + index + ", below " + before.index() + " that it has applied");
        check(index <= history.head(), "divergence", node + " installs a state at " + index + ", beyond the journal");
        if (violation.isEmpty()) {
            state(node, state);
        }
    }

    /** A state is about to be in a file. */
    public void exported(String node, ClusterState state) {
        count("exports");
        trace.say("%s exports %s", node, state.index());
        check(state.index().value() <= history.head(), "divergence", node + " exports a state beyond the journal");
        if (violation.isEmpty() && state.index().value() > 0) {
            state(node, state);
        }
    }

    /** A leader is about to have entries forgotten, and this is what the exports hold of a manager that counts. */
    public void trims(String leader, long upTo, String member, long exported) {
        check(
                upTo <= exported,
                "trim-above-export",
                leader + " trims up to " + upTo + ", manager " + member + " has exported " + exported);
    }

    private void state(String node, ClusterState state) {
        long index = state.index().value();
        String hash = state.hash().hex() + state.head();
        String known = hashes.putIfAbsent(index, hash);
        check(known == null || known.equals(hash), "divergence", node + " has another state at index " + index);
        check(state.head().equals(history.at(index).hash()), "divergence", node + " names another head at " + index);
    }

    /** A manager tells a caller how its command went. */
    public void answered(String node, String key, Result result) {
        trace.say("%s answers for %s: %s", node, key, result);
        if (result instanceof Result.Accepted accepted) {
            count("acknowledged");
            long decided = history.decided(key).orElse(Long.MAX_VALUE);
            check(
                    decided <= accepted.index().value() && accepted.index().value() <= history.head(),
                    "lost-write",
                    node + " acknowledges " + key + " at index " + accepted.index() + "; in the journal it is "
                            + (decided == Long.MAX_VALUE ? "nowhere" : "at " + decided));
        }
    }

    /** A manager answered a read. */
    public void read(String node, Index min, Index shown, List<String> made, List<String> there) {
        count("reads");
        trace.say("%s shows index %s, asked for %s", node, shown, min);
        check(shown.reached(min), "stale-read", node + " shows index " + shown + " to one who has seen " + min);
        check(there.containsAll(made), "stale-read", node + " at index " + shown + " lacks some of " + made);
    }

    /** What of a database's state is not as it must be in the end. */
    public Optional<String> differs(String node, ClusterState state) {
        if (state.index().value() != history.head()) {
            return Optional.of(node + " is at " + state.index() + " of " + history.head());
        }
        Map<String, JsonNode> objects = objects(state);
        if (!objects.equals(history.objects())) {
            violated(
                    "divergence",
                    node + " has " + beyond(objects, history.objects()) + ", the journal gives "
                            + beyond(history.objects(), objects));
        }
        return Optional.empty();
    }

    private static Map<String, JsonNode> objects(ClusterState state) {
        Map<String, JsonNode> objects = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            state.all(kind)
                    .forEach((id, object) -> objects.put(
                            Line.name(kind.word(), id), json(Json.write(object).getBytes(StandardCharsets.UTF_8))));
        }
        return objects;
    }

    /** What the one has that the other has not, or otherwise. */
    private static Map<String, JsonNode> beyond(Map<String, JsonNode> one, Map<String, JsonNode> other) {
        Map<String, JsonNode> more = new TreeMap<>(one);
        more.entrySet().removeAll(other.entrySet());
        return more;
    }

    /** What a host lacks in the end. */
    public Optional<String> lacks(String host, Optional<Assignments> has, ClusterState newest) {
        Set<String> wanted = history.workOf(host, history.head());
        Set<String> told = has.map(Oracle::ids).orElse(Set.of());
        return wanted.equals(told) && wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(host + " works on " + told + ", it should be " + wanted + " and come to an end");
    }

    private static JsonNode json(byte[] data) {
        try {
            return Line.JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
