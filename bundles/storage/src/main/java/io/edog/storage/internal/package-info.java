/** Storage drivers. */
package io.edog.storage.internal;
