/** The shell commands. */
package io.edog.shell.internal;
