/** The ports on ZooKeeper. */
package io.edog.cluster.internal;
