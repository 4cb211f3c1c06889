/** Converges one host to its assignments. */
package io.edog.agent.internal;
