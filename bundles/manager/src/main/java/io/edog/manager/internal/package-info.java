/** The engine: the command loop and the reconcile loop. */
package io.edog.manager.internal;
