/** Runs schedules by their seeds, on all processors, and tells what was found. */
@NullMarked
package io.edog.sim.run;

import org.jspecify.annotations.NullMarked;
