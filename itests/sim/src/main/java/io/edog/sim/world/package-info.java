/** One simulated cluster: machines, what runs on them, and what connects them. */
@NullMarked
package io.edog.sim.world;

import org.jspecify.annotations.NullMarked;
