package io.edog.itests.history.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the journal says happened: which object got which name at which index. */
final class Timeline {
    private final Map<String, TreeMap<Long, String>> names = new HashMap<>();
    private final Map<String, List<Long>> applied = new HashMap<>();
    private final Map<String, String> firstOwner = new HashMap<>();
    private final Map<Long, String> hashes = new HashMap<>();
    private long head;

    private Timeline() {}

    static Timeline of(List<JournalEntry> journal) {
        Timeline timeline = new Timeline();
        journal.forEach(timeline::add);
        return timeline;
    }

    private void add(JournalEntry entry) {
        head = entry.index();
        hashes.put(entry.index(), entry.hash());
        for (JournalEntry.Put put : entry.puts()) {
            TreeMap<Long, String> mine = names.computeIfAbsent(put.id(), id -> new TreeMap<>());
            if (mine.isEmpty() || !mine.lastEntry().getValue().equals(put.name())) {
                mine.put(entry.index(), put.name());
                applied.computeIfAbsent(put.name(), name -> new ArrayList<>()).add(entry.index());
                firstOwner.putIfAbsent(put.name(), put.id());
            }
        }
    }

    long head() {
        return head;
    }

    /** The hash of an entry; empty when there is none. */
    String hash(long index) {
        return hashes.getOrDefault(index, "");
    }

    /** Where a name was given to an object that did not have it. */
    List<Long> applied(String name) {
        return applied.getOrDefault(name, List.of());
    }

    /** The name of an object at an index; empty when it did not exist. An object is meant by its id or the name it was made with. */
    String nameAt(String object, long index) {
        TreeMap<Long, String> mine =
                names.get(names.containsKey(object) ? object : firstOwner.getOrDefault(object, ""));
        return mine == null || mine.floorEntry(index) == null
                ? ""
                : mine.floorEntry(index).getValue();
    }

    /** The names of all objects after the last entry, by id. */
    Map<String, String> end() {
        Map<String, String> last = new HashMap<>();
        names.forEach((id, mine) ->
                last.put(id, Objects.requireNonNull(mine.lastEntry()).getValue()));
        return last;
    }
}
