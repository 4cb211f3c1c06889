/** Storage in memory, and what every storage driver must do. */
@NullMarked
package io.edog.testkit.storage;

import org.jspecify.annotations.NullMarked;
