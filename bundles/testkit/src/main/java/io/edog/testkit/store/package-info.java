/** The database's port: its contract, its in-memory implementation, and made-up histories to feed it. */
@NullMarked
package io.edog.testkit.store;

import org.jspecify.annotations.NullMarked;
