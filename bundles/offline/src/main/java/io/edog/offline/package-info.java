/** What can be done to the data of a node that is stopped: backup, recovery, a database made anew. */
@NullMarked
package io.edog.offline;

import org.jspecify.annotations.NullMarked;
