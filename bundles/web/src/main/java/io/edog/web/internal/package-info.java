/** Serves the page. */
@NullMarked
package io.edog.web.internal;

import org.jspecify.annotations.NullMarked;
