/** A node of the cluster, as its own command and its own API tell of it. */
@NullMarked
package io.edog.appctl.node;

import org.jspecify.annotations.NullMarked;
