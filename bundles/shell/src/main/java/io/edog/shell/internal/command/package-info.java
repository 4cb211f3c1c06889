/** The commands, one class each. */
@NullMarked
package io.edog.shell.internal.command;

import org.jspecify.annotations.NullMarked;
