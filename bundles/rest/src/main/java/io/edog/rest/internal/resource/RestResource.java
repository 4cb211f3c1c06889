package io.edog.rest.internal.resource;

/** One path of the API and what is below it. Thread-safe, one instance for all requests. */
public interface RestResource {}
