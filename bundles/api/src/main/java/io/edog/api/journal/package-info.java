/** What happened: change sets, journal entries, and the ports of journal and leadership. */
@Export
@Version("1.0.0")
@NullMarked
package io.edog.api.journal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
