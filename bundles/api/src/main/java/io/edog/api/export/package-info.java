/** States kept as files: exports that allow the journal to be trimmed, and backups. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.export;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
