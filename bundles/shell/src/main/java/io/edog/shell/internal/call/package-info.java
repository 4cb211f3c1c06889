/** How a command finds its caller, its objects and its task. */
@NullMarked
package io.edog.shell.internal.call;

import org.jspecify.annotations.NullMarked;
