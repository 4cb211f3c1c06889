/** The port that one kind of storage implements. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.storage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
