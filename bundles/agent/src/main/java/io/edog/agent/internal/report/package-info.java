/** What the managers are told. */
@NullMarked
package io.edog.agent.internal.report;

import org.jspecify.annotations.NullMarked;
