/** The host's kernel as the witness of guests' processes. */
@NullMarked
package io.edog.agent.internal.process;

import org.jspecify.annotations.NullMarked;
