/** Decides and does what brings the host to its assignments, one step at a time. */
@NullMarked
package io.edog.agent.internal.converge;

import org.jspecify.annotations.NullMarked;
