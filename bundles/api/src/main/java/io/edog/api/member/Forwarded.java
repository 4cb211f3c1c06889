package io.edog.api.member;

import io.edog.api.service.Result;

/** What became of a forwarded command. */
public sealed interface Forwarded {
    /** It was decided. */
    record Decided(Result result) implements Forwarded {}

    /** Nothing was done: the manager asked does not lead. */
    record NotLeading() implements Forwarded {}

    /** It may or may not have been done: ask whoever leads, under the same key. */
    record Undecided(String why) implements Forwarded {}
}
