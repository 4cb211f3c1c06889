/** Pure decisions: state and command in, decision out. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package io.edog.core;
