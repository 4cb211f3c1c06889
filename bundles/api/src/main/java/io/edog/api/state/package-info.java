/** The replicated state and the port of its database. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.state;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
