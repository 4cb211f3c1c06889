/** What is answered below {@code /api} where the API is not there. */
@NullMarked
package io.edog.away.internal;

import org.jspecify.annotations.NullMarked;
