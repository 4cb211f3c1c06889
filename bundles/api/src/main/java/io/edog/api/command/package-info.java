/** What a caller wants: one record per intent, none of which says how it is done. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.command;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
