/** Journal and leadership: the contract suites of the ports, and implementations in memory that pass them. */
@NullMarked
package io.edog.testkit.journal;

import org.jspecify.annotations.NullMarked;
