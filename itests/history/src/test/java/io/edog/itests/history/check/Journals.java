package io.edog.itests.history.check;

import static io.edog.itests.history.check.Violation.Rule.DIFFERENT_JOURNAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The journals of all managers are one. */
final class Journals {
    private final List<ManagerEnd> managers;
    private final List<Violation> found = new ArrayList<>();

    Journals(List<ManagerEnd> managers) {
        this.managers = managers;
    }

    static List<JournalEntry> longest(List<ManagerEnd> managers) {
        return managers.stream()
                .map(ManagerEnd::journal)
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    List<Violation> check() {
        Timeline all = Timeline.of(longest(managers));
        for (ManagerEnd manager : managers) {
            long expected =
                    manager.journal().isEmpty() ? 1 : manager.journal().get(0).index();
            for (JournalEntry entry : manager.journal()) {
                if (entry.index() != expected) {
                    wrong(manager, "has " + entry.index() + " where " + expected + " was due");
                }
                expected = entry.index() + 1;
                if (entry.index() <= all.head() && !entry.hash().equals(all.hash(entry.index()))) {
                    wrong(manager, "has another entry " + entry.index());
                }
            }
            if (expected != manager.index() + 1) {
                wrong(manager, "ends with " + (expected - 1) + " and is at " + manager.index());
            }
        }
        return found;
    }

    private void wrong(ManagerEnd manager, String what) {
        found.add(new Violation(DIFFERENT_JOURNAL, "the journal of " + manager.manager() + " " + what));
    }
}
