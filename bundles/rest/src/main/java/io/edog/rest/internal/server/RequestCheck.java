package io.edog.rest.internal.server;

import io.edog.api.service.Problem;
import io.edog.rest.internal.http.HttpProblems;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** Finds what CXF would stumble over. */
final class RequestCheck {
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private RequestCheck() {}

    static Optional<Problem> problem(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && BAD_ESCAPE.matcher(query).find()) {
            return Optional.of(Problem.invalid(
                    "query", "The query has a '%' that begins no escape.", "Write '%' itself as '%25'."));
        }
        String charset = request.getCharacterEncoding();
        return charset == null || supported(charset) ? Optional.empty() : Optional.of(HttpProblems.ofStatus(415));
    }

    private static boolean supported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
