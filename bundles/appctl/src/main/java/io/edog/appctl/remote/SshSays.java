package io.edog.appctl.remote;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What ssh's own words on standard error tell of a host that it did not get into. */
record SshSays(String err, String address) {
    private static final Pattern ACCOUNT = Pattern.compile("(?m)^(\\S+@\\S+): Permission denied");
    private static final Pattern REMOVAL = Pattern.compile("(?m)^\\s*(ssh-keygen -f .+ -R .+?)\\s*$");
    private static final Pattern OFFENDING = Pattern.compile("(?m)^Offending .*key in (\\S+):(\\d+)\\s*$");

    /** Who was not let in: {@code USER@ADDRESS}. */
    String account() {
        return first(ACCOUNT).map(found -> found.group(1)).orElse(address);
    }

    /** The command that forgets the host's old key, wherever it was found. */
    String forgetKey() {
        Optional<String> sed = first(OFFENDING).map(found -> "sed -i " + found.group(2) + "d " + found.group(1));
        return first(REMOVAL).map(found -> found.group(1)).or(() -> sed).orElse("ssh-keygen -R " + address);
    }

    private Optional<MatchResult> first(Pattern pattern) {
        return pattern.matcher(err).results().findFirst();
    }
}
