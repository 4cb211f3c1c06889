/** Server-sent events. */
@NullMarked
package io.edog.rest.internal.events;

import org.jspecify.annotations.NullMarked;
