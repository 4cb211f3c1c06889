/** Sets up and runs a cluster, from wherever its hosts can be reached over ssh. */
@NullMarked
package io.edog.appctl;

import org.jspecify.annotations.NullMarked;
