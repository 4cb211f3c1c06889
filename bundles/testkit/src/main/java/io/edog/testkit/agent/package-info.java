/** What agents are tested with. */
@NullMarked
package io.edog.testkit.agent;

import org.jspecify.annotations.NullMarked;
