package io.edog.itests.history.check;

import java.util.ArrayList;
import java.util.List;

/** Looks for everything that is wrong with a history. */
public final class Checker {
    private Checker() {}

    /** All violations; none for a correct history. */
    public static List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        found.addAll(new Journals(history.managers()).check());
        Timeline timeline = Timeline.of(Journals.longest(history.managers()));
        found.addAll(new Writes(history.operations(), timeline).check());
        found.addAll(new Order(history.operations(), timeline).check());
        found.addAll(new ReadsSeen(history.operations(), timeline).check());
        found.addAll(new Ends(history.managers(), timeline).check());
        found.addAll(new Chain(history.chain(), timeline).check(history.operations()));
        return List.copyOf(found);
    }
}
