/** Virtual time: events in their order, strands of product code that take turns, lots drawn from one seed. */
@NullMarked
package io.edog.sim.kernel;

import org.jspecify.annotations.NullMarked;
