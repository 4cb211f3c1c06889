package io.edog.rbac.internal;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;

/** What a password must be. Length, not character classes, is what counts. */
record PasswordRules(int minLength) {
    /** Longer ones are refused unread. */
    static final int MAX_LENGTH = 256;

    /** Refuses with a 400 problem. */
    void check(String user, String password) {
        if (password.codePointCount(0, password.length()) < minLength) {
            refuse("The password is too short.");
        }
        if (password.length() > MAX_LENGTH) {
            refuse("The password is too long.");
        }
        if (password.equalsIgnoreCase(user)) {
            refuse("The password is the user's name.");
        }
        if (password.chars().distinct().count() < 4) {
            refuse("The password repeats too few characters.");
        }
    }

    private void refuse(String detail) {
        throw new ProblemException(Problem.invalid(
                "password",
                detail,
                "Choose one of %d to %d characters that is not the user's name.".formatted(minLength, MAX_LENGTH)));
    }
}
