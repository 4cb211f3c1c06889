/** What must be remembered across restarts of the agent. */
@NullMarked
package io.edog.agent.internal.record;

import org.jspecify.annotations.NullMarked;
