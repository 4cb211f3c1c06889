/** From a request to the cluster and back. */
@NullMarked
package io.edog.rest.internal.call;

import org.jspecify.annotations.NullMarked;
