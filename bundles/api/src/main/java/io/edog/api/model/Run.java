package io.edog.api.model;

import java.time.Instant;

/**
 * One life of a guest. Its number rises with each start and travels in the domain's metadata; a run is started at most
 * once.
 *
 * @param number from 1
 * @param host id of the host it was given to
 * @param bootId the host's boot it belongs to; another boot id proves that it is gone
 * @param since when it was decided
 * @param cpus number of virtual CPUs it was started with
 * @param memoryMiB memory it was started with, in MiB
 */
public record Run(long number, String host, String bootId, Instant since, int cpus, long memoryMiB) {}
