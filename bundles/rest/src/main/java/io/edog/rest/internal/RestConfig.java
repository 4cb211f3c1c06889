package io.edog.rest.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Limits of the REST API; PID {@code io.edog.rest}. */
@ObjectClassDefinition(name = "edog REST API")
public @interface RestConfig {
    /** The PID all components of this bundle share. */
    String PID = "io.edog.rest";

    @AttributeDefinition(description = "Largest request body, in bytes")
    int maxBodyBytes() default 262144;

    @AttributeDefinition(description = "Longest a request's body may take to come, in seconds")
    int bodySeconds() default 20;

    @AttributeDefinition(description = "Longest a request may take, in seconds")
    int requestSeconds() default 60;

    @AttributeDefinition(
            description = "Requests that may wait at the same time for this node to hear of the token they bring")
    int tokenWaits() default 4;

    @AttributeDefinition(description = "Event streams open at the same time")
    int maxStreams() default 200;

    @AttributeDefinition(description = "Event streams one user may have open at the same time")
    int maxStreamsPerUser() default 20;

    @AttributeDefinition(description = "Pause between the comments that keep an event stream alive, in seconds")
    int heartbeatSeconds() default 5;

    @AttributeDefinition(description = "Bytes that may wait in an event stream before its source is slowed down")
    int streamBytes() default 1048576;

    @AttributeDefinition(description = "Bytes that may wait in all event streams together")
    int allStreamsBytes() default 33554432;

    @AttributeDefinition(
            description = "How long a client may read nothing before its event stream is ended, in seconds")
    int slowClientSeconds() default 30;
}
