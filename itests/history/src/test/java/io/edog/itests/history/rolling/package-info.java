/** What an administrator does to a cluster while clients are at work and guests run. */
package io.edog.itests.history.rolling;
