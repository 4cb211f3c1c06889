/** What edog does by itself, given what it knows and what hosts report. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.core.plan;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
