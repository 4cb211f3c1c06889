/** The managers of a cluster: how each tells of itself, and how one asks another. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.member;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
