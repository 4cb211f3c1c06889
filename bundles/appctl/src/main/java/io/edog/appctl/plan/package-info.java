/** Decides who is a manager, an agent, a voter. Pure: no files, no network. */
@NullMarked
package io.edog.appctl.plan;

import org.jspecify.annotations.NullMarked;
