/** What tests of whole nodes have in common. It knows edog from outside only: HTTP, ZooKeeper, processes. */
package io.edog.itests.support;
