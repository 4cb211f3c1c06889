/** The port to what runs guests on one host, and to the processes it runs them in. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.hypervisor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
