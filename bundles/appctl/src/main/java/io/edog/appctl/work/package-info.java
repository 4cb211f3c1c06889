/** The same work on many hosts at once: its progress, its outcome, its summary. */
@NullMarked
package io.edog.appctl.work;

import org.jspecify.annotations.NullMarked;
