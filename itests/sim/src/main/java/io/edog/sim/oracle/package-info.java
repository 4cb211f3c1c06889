/** What must be true, checked from outside: the oracle reads the bytes in ZooKeeper by itself and trusts no logic of the product. */
@NullMarked
package io.edog.sim.oracle;

import org.jspecify.annotations.NullMarked;
