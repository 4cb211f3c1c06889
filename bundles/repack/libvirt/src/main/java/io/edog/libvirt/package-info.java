/** What edog needs of libvirt and of the kernel beyond libvirt's own Java binding; no JNA type shows. */
@NullMarked
package io.edog.libvirt;

import org.jspecify.annotations.NullMarked;
