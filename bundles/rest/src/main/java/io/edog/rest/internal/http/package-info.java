/** Who asks, JSON in and out, problems, limits. */
@NullMarked
package io.edog.rest.internal.http;

import org.jspecify.annotations.NullMarked;
