package io.edog.api.model;

import java.util.Optional;

/**
 * The answer to an accepted command.
 *
 * @param subject id of the object it made or changed
 * @param task id of the task that goes on, if the work goes on
 */
public record Reply(String subject, Optional<String> task) {}
