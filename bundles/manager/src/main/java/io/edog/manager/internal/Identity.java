package io.edog.manager.internal;

/**
 * What a manager tells of itself and never changes while it runs.
 *
 * @param version of the distribution
 * @param api the address of its REST API, a URL; may be empty
 * @param format the highest entry format it reads
 */
public record Identity(String version, String api, int format) {}
