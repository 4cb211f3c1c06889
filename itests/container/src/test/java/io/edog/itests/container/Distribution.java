package io.edog.itests.container;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/** The distribution as it is shipped, unpacked and started by Pax Exam on ports of its own. */
final class Distribution {
    static final String HTTP_PORT = "edog.http.port";

    private static final String MVN = "etc/org.ops4j.pax.url.mvn.cfg";

    private Distribution() {}

    /**
     * @param zookeeper client address of a running ZooKeeper
     * @param libvirt URI of the libvirt daemon that the agent drives
     */
    static Option options(String zookeeper, String libvirt) {
        return composite(
                karafDistributionConfiguration()
                        .frameworkUrl(new File(System.getProperty("edog.distribution"))
                                .toURI()
                                .toString())
                        .name("edog")
                        .unpackDirectory(new File("target/exam"))
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                logLevel(LogLevel.INFO),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                property(HTTP_PORT, FreePort.any()),
                property("edog.ssh.port", FreePort.any()),
                property("edog.zookeeper", zookeeper),
                property("edog.libvirt.uri", libvirt),
                // Pax Exam's own bundles are not in the distribution, which has no other source than itself.
                editConfigurationFilePut(
                        MVN, "org.ops4j.pax.url.mvn.localRepository", System.getProperty("edog.local.repository")),
                library("org.awaitility", "awaitility"),
                library("org.assertj", "assertj-core"),
                library("net.bytebuddy", "byte-buddy"),
                library("org.hamcrest", "hamcrest"),
                asKarafsOwnScript());
    }

    /** As {@code -D}: what etc/custom.system.properties says counts for less. */
    private static Option property(String name, String value) {
        return vmOption("-D" + name + "=" + value);
    }

    private static Option library(String group, String artifact) {
        return mavenBundle(group, artifact).versionAsInProject();
    }

    /** The options of bin/karaf and bin/setenv. */
    private static Option asKarafsOwnScript() {
        var version = System.getProperty("edog.karaf.version");
        var options = Stream.concat(
                Stream.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Djava.security.manager=allow",
                        "--add-reads=java.xml=java.logging",
                        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                        "--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-" + version + ".jar",
                        "--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + version + ".jar",
                        "-classpath",
                        "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*"),
                Stream.concat(opens(), exports()));
        return composite(options.map(option -> (Option) vmOption(option)).toArray(Option[]::new));
    }

    private static Stream<String> opens() {
        return List.of(
                        "java.base/java.security",
                        "java.base/java.net",
                        "java.base/java.lang",
                        "java.base/java.util",
                        "java.naming/javax.naming.spi",
                        "java.rmi/sun.rmi.transport.tcp")
                .stream()
                .map(where -> "--add-opens=" + where + "=ALL-UNNAMED");
    }

    private static Stream<String> exports() {
        return List.of(
                        "java.base/sun.net.www.protocol.file", "java.base/sun.net.www.protocol.ftp",
                        "java.base/sun.net.www.protocol.http", "java.base/sun.net.www.protocol.https",
                        "java.base/sun.net.www.protocol.jar", "java.base/sun.net.www.content.text",
                        "jdk.naming.rmi/com.sun.jndi.url.rmi", "java.rmi/sun.rmi.registry")
                .stream()
                .map(where -> "--add-exports=" + where + "=ALL-UNNAMED");
    }
}
