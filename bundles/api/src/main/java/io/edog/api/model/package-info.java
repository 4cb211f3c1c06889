/** What edog knows: virtual machines, hosts, volumes, tasks, users. Immutable records, each an object of the replicated state. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
