/** Log-in, users, roles and tokens. */
package io.edog.rbac.internal;
