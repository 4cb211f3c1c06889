/** Converges one host to its assignments. */
@NullMarked
package io.edog.agent.internal;

import org.jspecify.annotations.NullMarked;
