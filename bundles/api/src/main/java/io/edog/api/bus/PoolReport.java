package io.edog.api.bus;

/**
 * A pool as a host sees it.
 *
 * @param id equal to its name
 * @param usable whether volumes can be made and used there now
 * @param detail why not, in a sentence; may be empty
 */
public record PoolReport(String id, String driver, boolean usable, String detail, long capacityBytes, long freeBytes) {}
