package io.edog.cluster.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration {@code io.edog.cluster}. Durations are in milliseconds. */
@ObjectClassDefinition(name = "edog cluster", description = "The connection to ZooKeeper and the limits of its use.")
public @interface ClusterConfig {
    @AttributeDefinition(description = "Name of this node; empty: the host name.")
    String node() default "";

    @AttributeDefinition(description = "The voters, host:port, separated by commas.")
    String connect() default "127.0.0.1:2181";

    @AttributeDefinition(description = "Name of the node in ZooKeeper below which everything lies.")
    String namespace() default "edog";

    @AttributeDefinition(
            description = "Directory with ca.pem, node.pem and secret for ZooKeeper over TLS; empty: without TLS.")
    String tls() default "";

    @AttributeDefinition(
            description = "Without TLS: the file with the secret that lets a node in; empty: open to anyone.")
    String secret() default "";

    @AttributeDefinition(description = "Whether the ensemble is edog's own; an external one's voters are left alone.")
    boolean managed() default true;

    @AttributeDefinition(description = "ZooKeeper takes a session for dead after this time, and so does this node.")
    int session_timeout_ms() default 1500;

    @AttributeDefinition(description = "An unanswered request counts as lost after this time.")
    int request_timeout_ms() default 2000;

    @AttributeDefinition(
            description = "Longest pause before a lost connection is tried anew; the actual one is random.")
    int reconnect_pause_ms() default 200;

    @AttributeDefinition(description = "An append that can't be decided in this time is answered as unknown.")
    int append_limit_ms() default 5000;

    @AttributeDefinition(description = "Reading the journal gives up after this time.")
    int read_limit_ms() default 5000;

    @AttributeDefinition(description = "Trimming the journal gives up after this time; the next one goes on.")
    int trim_limit_ms() default 10000;

    @AttributeDefinition(description = "Publishing assignments or a report gives up after this time.")
    int bus_limit_ms() default 3000;

    @AttributeDefinition(description = "Closing the connection is not waited for longer than this.")
    int close_limit_ms() default 1500;

    @AttributeDefinition(description = "A node that could not enter the election for this time enters it anew.")
    int stand_limit_ms() default 6000;

    @AttributeDefinition(description = "Taking a voter in, or leaving one out, gives up after this time.")
    int reconfig_limit_ms() default 60000;

    @AttributeDefinition(description = "First pause before something is tried again; doubled each time.")
    int backoff_first_ms() default 20;

    @AttributeDefinition(description = "Longest pause before something is tried again.")
    int backoff_most_ms() default 1000;

    @AttributeDefinition(description = "Most journal entries requested at a time.")
    int read_window() default 64;

    @AttributeDefinition(description = "Most journal entries deleted at a time.")
    int trim_batch() default 256;
}
