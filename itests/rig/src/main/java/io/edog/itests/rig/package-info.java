/** Drives {@code ./edog rig}: hosts, their power and cables, and what runs on them. */
@NullMarked
package io.edog.itests.rig;

import org.jspecify.annotations.NullMarked;
