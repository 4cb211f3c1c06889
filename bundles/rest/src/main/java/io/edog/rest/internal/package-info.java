/** The REST API. */
package io.edog.rest.internal;
