package io.edog.api.command;

/** An intent. Final values: whoever holds one can only submit it. */
public sealed interface Command permits VmCommand, StorageCommand, AccountCommand, ClusterCommand, CancelTask {}
