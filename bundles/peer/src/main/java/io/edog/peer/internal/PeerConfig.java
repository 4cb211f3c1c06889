package io.edog.peer.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration {@code io.edog.peer}. Durations are in milliseconds. */
@ObjectClassDefinition(name = "edog peer", description = "The managers' channel to each other, and its limits.")
public @interface PeerConfig {
    @AttributeDefinition(description = "host:port at which other managers reach this one; empty: they do not.")
    String address() default "";

    @AttributeDefinition(description = "Directory with ca.pem and node.pem; empty: there are no other managers.")
    String tls() default "";

    @AttributeDefinition(description = "Name of the cluster; it is written into a state that another manager fetches.")
    String cluster() default "edog";

    @AttributeDefinition(description = "Threads that answer other managers.")
    int server_threads() default 8;

    @AttributeDefinition(description = "Threads that take other managers' answers.")
    int client_threads() default 4;

    @AttributeDefinition(description = "Commands that are under way to each other manager at a time; others wait here.")
    int client_requests() default 16;

    @AttributeDefinition(description = "Requests of other managers that may wait for an answer at a time.")
    int pending_limit() default 1024;

    @AttributeDefinition(description = "States that are sent at a time.")
    int state_senders() default 2;

    @AttributeDefinition(description = "Longest command or answer in bytes.")
    int message_bytes() default 1048576;

    @AttributeDefinition(description = "Longest state in bytes, as it is sent.")
    long state_bytes() default 1073741824;

    @AttributeDefinition(description = "A connection to another manager is made within this time, or not at all.")
    int connect_limit_ms() default 2000;

    @AttributeDefinition(description = "No command is waited for longer, whatever limit it carries.")
    int command_limit_ms() default 15000;

    @AttributeDefinition(description = "Fetching a state takes no longer.")
    int state_limit_ms() default 120000;

    @AttributeDefinition(description = "How often the keys are looked at; new ones are taken up without a restart.")
    int keys_check_ms() default 5000;
}
