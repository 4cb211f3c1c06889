/** What is known of a cluster: its nodes, and the directory that holds its keys. */
@NullMarked
package io.edog.appctl.inventory;

import org.jspecify.annotations.NullMarked;
