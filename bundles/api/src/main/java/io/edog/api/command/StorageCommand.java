package io.edog.api.command;

import java.util.Optional;

/** What can be wanted of templates and volumes. */
public sealed interface StorageCommand extends Command {

    /**
     * Make a template of an image file.
     *
     * @param path absolute path of a file that a host with the pool can read
     * @param pool name of the pool; empty takes the only one, or {@code default}
     */
    record ImportTemplate(String name, String os, String version, String path, Optional<String> pool)
            implements StorageCommand {}

    /** Remove a template that nothing was cloned from. */
    record DeleteTemplate(String template) implements StorageCommand {}

    /** Make an empty volume of {@code sizeBytes} bytes. */
    record CreateVolume(String name, Optional<String> pool, long sizeBytes) implements StorageCommand {}

    /** Remove a volume that no VM has. */
    record DeleteVolume(String volume) implements StorageCommand {}
}
