/** Pure decisions: state and time in, changes out. No clock, no threads, no I/O, no OSGi. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.core;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
