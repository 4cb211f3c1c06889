package io.edog.cluster.internal;

import io.edog.api.journal.Index;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where things lie in ZooKeeper.
 *
 * @param root the node below which everything lies
 */
record Paths(String root) {
    private static final String ZEROS = "0".repeat(19);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    /** Its version is the epoch, its data say who took it. */
    String epoch() {
        return root + "/epoch";
    }

    String log() {
        return root + "/log";
    }

    String entry(Index index) {
        String digits = Long.toString(index.value());
        return root + "/log/" + ZEROS.substring(digits.length()) + digits;
    }

    String trimmed() {
        return root + "/trimmed";
    }

    String election() {
        return root + "/election";
    }

    String assignments() {
        return root + "/assignments";
    }

    String assignments(String host) {
        return assignments() + "/" + name(host);
    }

    String reports() {
        return root + "/reports";
    }

    String report(String host) {
        return reports() + "/" + name(host);
    }

    /** A node for each manager: what it told of itself last. */
    String members() {
        return root + "/members";
    }

    String member(String node) {
        return members() + "/" + name(node);
    }

    /** A node for each manager whose session is open. */
    String live() {
        return root + "/live";
    }

    String live(String node) {
        return live() + "/" + name(node);
    }

    /** A node for each of ZooKeeper's voters that a client can't find by the ensemble's own configuration. */
    String voters() {
        return root + "/voters";
    }

    String voter(long id) {
        return voters() + "/" + id;
    }

    /** What must be there before anything else is, parents first. */
    List<String> layout() {
        return List.of(
                root, log(), trimmed(), election(), assignments(), reports(), members(), live(), voters(), epoch());
    }

    /** The last part of a path. */
    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Checks that a name can be part of a path. */
    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of letters, digits, '.', '_' and '-': " + name);
        }
        return name;
    }
}
