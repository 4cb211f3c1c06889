/** What commands print. */
@NullMarked
package io.edog.shell.internal.text;

import org.jspecify.annotations.NullMarked;
