/** The one JSON form of the vocabulary, shared by journal, bus, database and edges. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.json;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
