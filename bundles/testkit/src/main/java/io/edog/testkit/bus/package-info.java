/** The bus: its contract suite, and an implementation in memory that passes it. */
@NullMarked
package io.edog.testkit.bus;

import org.jspecify.annotations.NullMarked;
