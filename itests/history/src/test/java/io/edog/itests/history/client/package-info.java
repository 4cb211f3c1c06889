/** Clients of a cluster that write down what they do and see. */
package io.edog.itests.history.client;
