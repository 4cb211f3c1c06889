package io.edog.appctl.inventory;

import java.util.Optional;

/**
 * A file of the cluster's directory that is not as it should be.
 *
 * @param path relative to the directory
 * @param text what it shall hold; empty when it, or the directory, is to be removed
 * @param what is done, in words
 */
public record FileChange(String path, Optional<String> text, String what) {}
