/** Other hosts, by the ssh and rsync that are installed here. */
@NullMarked
package io.edog.appctl.remote;

import org.jspecify.annotations.NullMarked;
