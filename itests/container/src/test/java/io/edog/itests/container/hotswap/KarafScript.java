package io.edog.itests.container.hotswap;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.vmOption;

import java.io.File;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;

/** The JVM's options as bin/karaf and bin/setenv of the distribution give them: Pax Exam starts the JVM by itself. */
final class KarafScript {
    private static final String SPECS = "lib/endorsed/org.apache.karaf.specs.";

    private KarafScript() {}

    static Option options() {
        return composite(Stream.of(memory(), modules(), opens(), exports())
                .flatMap(options -> options)
                .map(option -> (Option) vmOption(option))
                .toArray(Option[]::new));
    }

    /** The appliance's, with more metaspace, for the tests are in there too. */
    private static Stream<String> memory() {
        return Stream.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.security.manager=allow");
    }

    private static Stream<String> modules() {
        String version = Settings.get("edog.karaf.version");
        return Stream.of(
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module=java.base=" + SPECS + "locator-" + version + ".jar",
                "--patch-module=java.xml=" + SPECS + "java.xml-" + version + ".jar",
                "-classpath",
                "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*");
    }

    private static Stream<String> opens() {
        return Stream.of(
                        "java.base/java.security",
                        "java.base/java.net",
                        "java.base/java.lang",
                        "java.base/java.util",
                        "java.naming/javax.naming.spi",
                        "java.rmi/sun.rmi.transport.tcp")
                .map(where -> "--add-opens=" + where + "=ALL-UNNAMED");
    }

    private static Stream<String> exports() {
        return Stream.of(
                        "java.base/sun.net.www.protocol.file",
                        "java.base/sun.net.www.protocol.ftp",
                        "java.base/sun.net.www.protocol.http",
                        "java.base/sun.net.www.protocol.https",
                        "java.base/sun.net.www.protocol.jar",
                        "java.base/sun.net.www.content.text",
                        "jdk.xml.dom/org.w3c.dom.html",
                        "jdk.naming.rmi/com.sun.jndi.url.rmi",
                        "java.rmi/sun.rmi.registry",
                        "java.security.sasl/com.sun.security.sasl",
                        "java.naming/com.sun.jndi.ldap")
                .map(where -> "--add-exports=" + where + "=ALL-UNNAMED");
    }
}
