package io.edog.appctl.plan;

import io.edog.appctl.Refusal;
import java.util.regex.Pattern;

/** Where page and API listen: one setting, for every manager. */
public final class ListenAddress {
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z.-]+|\\[[0-9A-Fa-f:]+]");
    private static final Pattern OF_EACH_HOST = Pattern.compile("0\\.0\\.0\\.0|127\\.[0-9.]+|localhost|\\[::1?]");

    private ListenAddress() {}

    /** Refuses what is no address, and what only one of several managers could listen at. */
    public static String check(String word, int managers) {
        if (!ADDRESS.matcher(word).matches()) {
            throw Refusal.usage("'" + word + "' is no address", "Such as 0.0.0.0; another port: appctl web conf.");
        }
        if (managers > 1 && !OF_EACH_HOST.matcher(word).matches()) {
            throw Refusal.usage(
                    "'" + word + "' is the address of one host, and " + managers + " managers are to listen there",
                    "0.0.0.0 is every address of each. For one host alone: EDOG_HTTP in its /etc/edog/local.env.");
        }
        return word;
    }
}
