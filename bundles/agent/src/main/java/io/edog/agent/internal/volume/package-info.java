/** The work on volumes and templates. */
@NullMarked
package io.edog.agent.internal.volume;

import org.jspecify.annotations.NullMarked;
