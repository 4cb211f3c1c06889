/** Benchmarks of several managers: {@code ./edog bench failover} and {@code ./edog bench agents}. */
package io.edog.itests.history.bench;
