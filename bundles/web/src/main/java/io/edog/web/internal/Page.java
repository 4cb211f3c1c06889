package io.edog.web.internal;

import javax.servlet.http.HttpServletResponse;

/** Where the page is, and how its files may be used. */
final class Page {
    /** Pattern of all its addresses. */
    static final String FILES = "/ui/*";

    /** What people type. */
    static final String ADDRESS = "/ui/";

    /** What they get. */
    static final String INDEX = "/ui/index.html";

    /** The page loads nothing from elsewhere, runs no script but its own, and is shown in no one's frame. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String HASHED = "/ui/assets/";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";

    private Page() {}

    /** Sets the headers of an answer with one of its files. */
    static void protect(HttpServletResponse response, String path) {
        response.setHeader("Cache-Control", caching(path));
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** How long a file may be kept: those with a hash in their name never change, all others may at any time. */
    static String caching(String path) {
        return path.startsWith(HASHED) ? FOR_GOOD : ASK_EACH_TIME;
    }
}
