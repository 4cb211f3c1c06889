/** The bodies people and programs see, the same from REST and from the shell's {@code --json}. Written by {@code Json}. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.view;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
