package io.edog.shell.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** PID {@code io.edog.shell}. */
@ObjectClassDefinition(name = "edog shell")
public @interface ShellConfig {

    /** The PID. */
    String PID = "io.edog.shell";

    @AttributeDefinition(
            description =
                    "Path of the socket for commands given on this machine; empty: run/shell.sock below edog.data")
    String socket() default "";

    @AttributeDefinition(description = "Commands over the socket at the same time, more are refused", min = "1")
    int maxConnections() default 16;

    @AttributeDefinition(description = "Longest time, in seconds, that a command over the socket may take", min = "1")
    int commandLimitSeconds() default 3600;

    @AttributeDefinition(description = "Longest wait, in seconds, for a command to be accepted", min = "1")
    int submitLimitSeconds() default 30;

    @AttributeDefinition(
            description = "Longest wait, in seconds, for a task, unless --timeout says otherwise",
            min = "1")
    int taskLimitSeconds() default 600;
}
