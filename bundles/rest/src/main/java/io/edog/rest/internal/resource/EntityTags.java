package io.edog.rest.internal.resource;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,18})\"?");

    private EntityTags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version that If-Match asks for, if it asks for one; a 400 problem when it can't be read. */
    static OptionalLong version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new ProblemException(Problem.invalid(
                    "If-Match", "The header If-Match is no version.", "Send the ETag that GET gave, such as \"3\"."));
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }
}
