/** Keys and certificates for tests that speak TLS. */
@NullMarked
package io.edog.testkit.keys;

import org.jspecify.annotations.NullMarked;
