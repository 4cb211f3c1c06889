/** A simulated ZooKeeper: a quorum's history, servers that lag behind it, and sessions whose requests and answers get lost. */
@NullMarked
package io.edog.sim.zookeeper;

import org.jspecify.annotations.NullMarked;
