/** The paths, one class each. */
@NullMarked
package io.edog.rest.internal.resource;

import org.jspecify.annotations.NullMarked;
