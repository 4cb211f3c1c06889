/** What TAB offers. */
@NullMarked
package io.edog.shell.internal.completer;

import org.jspecify.annotations.NullMarked;
