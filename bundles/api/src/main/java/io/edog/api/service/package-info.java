/** All that an edge (REST, shell) ever uses. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.service;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
