package io.edog.api.export;

import io.edog.api.state.StateHeader;

/**
 * A backup on this manager's disk. It was restored on trial when it was taken.
 *
 * @param file where it is
 * @param header what it is a backup of
 */
public record Backup(StateFile file, StateHeader header) {}
