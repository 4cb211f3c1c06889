/**
 * The ports of journal, leadership and bus on ZooKeeper. One {@link io.edog.cluster.internal.Connection} carries them all, so that
 * a new leader reads the journal in the very session in which it wrote its epoch.
 */
@NullMarked
package io.edog.cluster.internal;

import org.jspecify.annotations.NullMarked;
