package io.edog.itests.history.check;

import static io.edog.itests.history.check.Violation.Rule.DIFFERENT_STATE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When all has come to rest, the managers are at one index, with one state, and it is the journal's. */
final class Ends {
    private final List<ManagerEnd> managers;
    private final Timeline timeline;
    private final List<Violation> found = new ArrayList<>();

    Ends(List<ManagerEnd> managers, Timeline timeline) {
        this.managers = managers;
        this.timeline = timeline;
    }

    List<Violation> check() {
        for (ManagerEnd manager : managers) {
            ManagerEnd first = managers.get(0);
            if (manager.index() != first.index() || !manager.stateHash().equals(first.stateHash())) {
                wrong(first.manager() + " is at " + first.index() + " with " + first.stateHash() + ", "
                        + manager.manager() + " at " + manager.index() + " with " + manager.stateHash());
            }
            names(manager);
        }
        return found;
    }

    private void names(ManagerEnd manager) {
        Map<String, String> due = timeline.end();
        Set<String> ids = new HashSet<>(due.keySet());
        ids.addAll(manager.names().keySet());
        for (String id : ids) {
            String wanted = due.getOrDefault(id, "");
            String is = manager.names().getOrDefault(id, "");
            if (!is.equals(wanted)) {
                wrong(manager.manager() + " names " + id + " '" + is + "', the journal '" + wanted + "'");
            }
        }
    }

    private void wrong(String what) {
        found.add(new Violation(DIFFERENT_STATE, what));
    }
}
