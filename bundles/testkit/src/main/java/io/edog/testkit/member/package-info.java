/** The contract of the members' list. */
@NullMarked
package io.edog.testkit.member;

import org.jspecify.annotations.NullMarked;
