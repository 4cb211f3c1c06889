/** The REST API: what every part of it needs. */
@NullMarked
package io.edog.rest.internal;

import org.jspecify.annotations.NullMarked;
