/** What every command has in common: options, output, refusals. */
@NullMarked
package io.edog.appctl.cli;

import org.jspecify.annotations.NullMarked;
