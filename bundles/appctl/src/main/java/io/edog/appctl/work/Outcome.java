package io.edog.appctl.work;

import com.fasterxml.jackson.annotation.JsonValue;
import io.edog.appctl.ExitCode;
import java.util.Locale;

/**
 * What became of the work on one host.
 *
 * @param detail in a few words
 * @param cure what helps; empty when all is well
 */
public record Outcome(Kind kind, String detail, String cure) {

    /** How it ended. */
    public enum Kind {
        OK(ExitCode.OK),
        FAILED(ExitCode.FAILED),
        UNREACHABLE(ExitCode.UNREACHABLE),
        TIMED_OUT(ExitCode.TIMED_OUT),
        /** Not begun, because of what became of another host. */
        SKIPPED(ExitCode.OK);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** As people and programs read it. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public static Outcome ok(String detail) {
        return new Outcome(Kind.OK, detail, "");
    }

    public static Outcome failed(String detail, String cure) {
        return new Outcome(Kind.FAILED, detail, cure);
    }

    public static Outcome unreachable(String detail, String cure) {
        return new Outcome(Kind.UNREACHABLE, detail, cure);
    }

    public static Outcome timedOut(String detail, String cure) {
        return new Outcome(Kind.TIMED_OUT, detail, cure);
    }

    public static Outcome skipped(String detail) {
        return new Outcome(Kind.SKIPPED, detail, "");
    }

    public boolean good() {
        return kind == Kind.OK;
    }
}
