/** What requests bring and replies hold, where the shared views have no record for it. */
@NullMarked
package io.edog.rest.internal.body;

import org.jspecify.annotations.NullMarked;
