/** The checker against products that are wrong: each must be found out. */
package io.edog.itests.history.wrong;
