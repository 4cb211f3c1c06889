package io.edog.rbac.internal;

import java.security.SecureRandom;

/** Passwords that can be typed from paper: no letters or digits that look alike. 20 characters are 114 bits. */
record PasswordGenerator(SecureRandom random) {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    String next() {
        StringBuilder password = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> password.append(ALPHABET.charAt(i)));
        return password.toString();
    }
}
