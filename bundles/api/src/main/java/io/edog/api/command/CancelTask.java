package io.edog.api.command;

/** Stop waiting for, or trying, what a task stands for. */
public record CancelTask(String task) implements Command {}
