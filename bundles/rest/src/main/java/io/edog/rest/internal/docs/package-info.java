/** The API's own description. */
@NullMarked
package io.edog.rest.internal.docs;

import org.jspecify.annotations.NullMarked;
