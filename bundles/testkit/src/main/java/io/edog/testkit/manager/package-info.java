/** Real managers on ports in memory. */
@NullMarked
package io.edog.testkit.manager;

import org.jspecify.annotations.NullMarked;
