/** Serves the page. */
package io.edog.web.internal;
