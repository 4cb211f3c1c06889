/** HTTPS between managers: a client that is {@link io.edog.api.member.Peers}, and a server before the manager's {@code PeerService}. */
@NullMarked
package io.edog.peer.internal;

import org.jspecify.annotations.NullMarked;
