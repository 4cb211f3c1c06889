package io.edog.rbac.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Limits and costs of log-ins; PID {@code io.edog.rbac}. */
@ObjectClassDefinition(name = "edog users and log-in")
@interface RbacConfig {
    /** The PID all components of this bundle share. */
    String PID = "io.edog.rbac";

    @AttributeDefinition(description = "File that gets the first administrator's generated password")
    String passwordFile() default "data/admin-password";

    @AttributeDefinition(description = "Memory of one password hash, in KiB")
    int argon2MemoryKiB() default 19456;

    @AttributeDefinition(description = "Passes over that memory")
    int argon2Iterations() default 2;

    @AttributeDefinition(description = "Lanes of one password hash")
    int argon2Parallelism() default 1;

    @AttributeDefinition(description = "Password hashes computed at the same time")
    int hashThreads() default 2;

    @AttributeDefinition(description = "Password hashes that may wait for their turn")
    int hashQueue() default 32;

    @AttributeDefinition(description = "Failed log-ins of one user before it is locked out for a while")
    int lockOutAfter() default 5;

    @AttributeDefinition(description = "First lock-out, in seconds; it doubles with each further failure")
    int lockOutSeconds() default 1;

    @AttributeDefinition(description = "Longest lock-out, in seconds; failures are forgotten after as long")
    int lockOutMaxSeconds() default 900;

    @AttributeDefinition(description = "Life of a log-in, in minutes")
    int sessionMinutes() default 720;

    @AttributeDefinition(description = "Life of a token made without an end, in days")
    int tokenDays() default 90;

    @AttributeDefinition(description = "Longest life of a token, in days")
    int tokenMaxDays() default 400;

    @AttributeDefinition(description = "Shortest password, in characters")
    int passwordMinLength() default 10;

    @AttributeDefinition(description = "How long a log-in over ssh may take, in seconds")
    int sshLoginSeconds() default 20;
}
