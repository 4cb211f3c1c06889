/** Log-in, users, roles, tokens. */
@NullMarked
package io.edog.rbac.internal;

import org.jspecify.annotations.NullMarked;
