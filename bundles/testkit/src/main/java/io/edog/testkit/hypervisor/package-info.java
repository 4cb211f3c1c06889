/** A hypervisor in memory, and what every hypervisor must do. */
@NullMarked
package io.edog.testkit.hypervisor;

import org.jspecify.annotations.NullMarked;
