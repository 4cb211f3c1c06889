/** The cluster's authority, its nodes' certificates, its shared secret; all as PEM files. */
@NullMarked
package io.edog.appctl.tls;

import org.jspecify.annotations.NullMarked;
