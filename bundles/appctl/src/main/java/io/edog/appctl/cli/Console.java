package io.edog.appctl.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a command is given.
 *
 * @param terminal whether progress may be rewritten in place
 * @param ask shows a question to somebody and returns the answer; empty when nobody is there
 */
public record Console(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        boolean terminal,
        Function<String, Optional<String>> ask) {}
