/** In-memory ports and contract suites. */
package io.edog.testkit;
