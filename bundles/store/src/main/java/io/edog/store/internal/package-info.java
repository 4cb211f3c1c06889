/** The state store on JPA. */
package io.edog.store.internal;
