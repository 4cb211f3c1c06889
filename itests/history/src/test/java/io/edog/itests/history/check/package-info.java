/**
 * Decides whether what clients saw, and what the managers hold at the end, can be the work of one correct cluster. It shares no
 * code with edog: it knows HTTP's answers and the journal as it is shown, nothing else.
 */
package io.edog.itests.history.check;
