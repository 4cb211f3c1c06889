package io.edog.core.decide;

import io.edog.api.model.Resource;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.state.ClusterState;
import java.util.regex.Pattern;

/** Refusals of input that can't be right, each with its field and a cure. */
final class Check {
    private static final int MAX_NAME = 63;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern BRIDGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,14}");
    private static final Pattern MAC = Pattern.compile("[0-9a-f][02468ace](:[0-9a-f]{2}){5}");
    private static final String NAME_CURE =
            "Use 1 to 63 letters, digits, '.', '_' or '-', beginning with a letter or digit.";

    private Check() {}

    static void name(String field, String name) {
        if (name.length() > MAX_NAME) {
            throw invalid(field, "The name has " + name.length() + " characters, at most 63 are allowed.", NAME_CURE);
        }
        if (!NAME.matcher(name).matches()) {
            throw invalid(field, "'" + name + "' can't be a name.", NAME_CURE);
        }
    }

    static void range(String field, long value, long min, long max, String unit) {
        if (value < min || value > max) {
            throw invalid(field, field + " is " + value + ".", "Give " + min + " to " + max + unit + ".");
        }
    }

    static void bridge(String bridge) {
        if (!BRIDGE.matcher(bridge).matches()) {
            throw invalid("nics.bridge", "'" + bridge + "' can't be a bridge.", "Name a Linux bridge of the hosts.");
        }
    }

    static void mac(String mac) {
        if (!MAC.matcher(mac).matches()) {
            throw invalid("nics.mac", "'" + mac + "' is no unicast MAC address.", "Write it like 52:54:00:12:34:56.");
        }
    }

    static void text(String field, String value, int max) {
        if (value.length() > max || value.chars().anyMatch(Character::isISOControl)) {
            throw invalid(
                    field, field + " is too long or has control characters.", "Use at most " + max + " characters.");
        }
    }

    static <T extends Resource> void free(ClusterState state, Class<T> type, String what, String tenant, String name) {
        if (state.named(type, tenant, name).isPresent()) {
            throw new ProblemException(Problem.taken("name", what, name));
        }
    }

    static ProblemException invalid(String field, String detail, String cure) {
        return new ProblemException(Problem.invalid(field, detail, cure));
    }

    static ProblemException wrongState(String detail, String cure) {
        return new ProblemException(Problem.wrongState(detail, cure));
    }
}
