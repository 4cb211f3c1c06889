/** What managers tell hosts (assignments) and what hosts tell managers (reports). */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.bus;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
