/** What a command leads to, or why it is refused. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.core.decide;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
