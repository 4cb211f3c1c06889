/** What breaks a cluster, in an order that one seed decides. */
package io.edog.itests.history.nemesis;
