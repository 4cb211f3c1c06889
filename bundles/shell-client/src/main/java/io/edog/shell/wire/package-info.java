/** What the local shell's client and its server say to each other. The server's bundle carries a copy of this package. */
@NullMarked
package io.edog.shell.wire;

import org.jspecify.annotations.NullMarked;
