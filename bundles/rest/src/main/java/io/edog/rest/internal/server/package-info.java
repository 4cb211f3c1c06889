/** The servlets. */
@NullMarked
package io.edog.rest.internal.server;

import org.jspecify.annotations.NullMarked;
