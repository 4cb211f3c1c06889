/** Clusters that tests break: processes on this machine, or hosts of the rig. */
package io.edog.itests.history.cluster;
