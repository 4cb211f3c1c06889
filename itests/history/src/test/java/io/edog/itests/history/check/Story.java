package io.edog.itests.history.check;

import io.edog.itests.history.check.Operation.Kind;
import io.edog.itests.history.check.Operation.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A hand-made history: a correct one to begin with, in which each test spoils one thing. Time passes with each operation. */
final class Story {
    private final List<Operation> operations = new ArrayList<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<ChainLink> chain = new ArrayList<>();
    private final List<ManagerEnd> others = new ArrayList<>();
    private long now;

    /** The journal gets an entry that gives an object a name, with the outcome of a key. */
    Story entry(String object, String name, String key) {
        long index = journal.size() + 1L;
        journal.add(new JournalEntry(index, 1, hash(index), List.of(new JournalEntry.Put(object, name))));
        chain.add(new ChainLink(
                index, index == 1 ? "0".repeat(64) : hash(index - 1), hash(index), hash(index), List.of(key)));
        return this;
    }

    Story wrote(int client, String object, String name, long index, Result result) {
        return add(client, Kind.WRITE, object, name, 0, index, result);
    }

    Story read(int client, String object, String name, long minIndex, long index) {
        return add(client, Kind.READ, object, name, minIndex, index, Result.OK);
    }

    /** The last operation was begun when the story began. */
    Story begunLongAgo() {
        Operation last = operations.remove(operations.size() - 1);
        operations.add(new Operation(
                last.client(),
                last.managers(),
                last.kind(),
                last.key(),
                last.object(),
                last.name(),
                last.minIndex(),
                0,
                last.returned(),
                last.index(),
                last.result()));
        return this;
    }

    Story link(int position, ChainLink other) {
        chain.set(position, other);
        return this;
    }

    /** What is at this position of ZooKeeper's journal was not read. */
    Story unlink(int position) {
        chain.remove(position);
        return this;
    }

    Story manager(ManagerEnd other) {
        others.add(other);
        return this;
    }

    /** A manager as it should be. */
    ManagerEnd end(String manager, String stateHash) {
        return new ManagerEnd(manager, journal.size(), stateHash, names(), List.copyOf(journal));
    }

    Map<String, String> names() {
        return Timeline.of(journal).end();
    }

    List<JournalEntry> journal() {
        return List.copyOf(journal);
    }

    List<Violation.Rule> broken() {
        List<ManagerEnd> managers = new ArrayList<>(List.of(end("a", "s")));
        managers.addAll(others);
        return Checker.check(new History(operations, managers, chain)).stream()
                .map(Violation::rule)
                .distinct()
                .toList();
    }

    static String hash(long index) {
        return "hash-" + index;
    }

    private Story add(int client, Kind kind, String object, String name, long minIndex, long index, Result result) {
        now += 10;
        String key = kind == Kind.WRITE ? "key-" + name : "";
        operations.add(
                new Operation(client, List.of("a"), kind, key, object, name, minIndex, now, now + 5, index, result));
        return this;
    }
}
