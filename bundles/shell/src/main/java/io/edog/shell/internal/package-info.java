/** The shell commands and the local socket they can be given through. */
@NullMarked
package io.edog.shell.internal;

import org.jspecify.annotations.NullMarked;
