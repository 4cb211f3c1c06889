/** The local shell: one command a connection, over a unix domain socket. */
@NullMarked
package io.edog.shell.internal.socket;

import org.jspecify.annotations.NullMarked;
