/** libvirt as the hypervisor of this host. */
@NullMarked
package io.edog.agent.internal.libvirt;

import org.jspecify.annotations.NullMarked;
