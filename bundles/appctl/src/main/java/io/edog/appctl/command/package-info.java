/** The commands, one a class. */
@NullMarked
package io.edog.appctl.command;

import org.jspecify.annotations.NullMarked;
