/** The state store on JPA. */
@NullMarked
package io.edog.store.internal;

import org.jspecify.annotations.NullMarked;
