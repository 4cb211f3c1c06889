/** The history test: clients write and read through all managers while nodes break, and nothing that was acknowledged is lost. */
package io.edog.itests.history;
