package io.edog.api.model;

/** What a volume or template is. */
public enum VolumeState {
    CREATING,
    READY,
    DELETING,
    ERROR
}
