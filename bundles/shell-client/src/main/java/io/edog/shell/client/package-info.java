/** The local shell's client: a process of its own, which starts fast. */
@NullMarked
package io.edog.shell.client;

import org.jspecify.annotations.NullMarked;
