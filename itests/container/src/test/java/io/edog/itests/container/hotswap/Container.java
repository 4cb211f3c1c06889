package io.edog.itests.container.hotswap;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import java.io.File;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;

/** The distribution as users get it, unpacked and started by Pax Exam. */
final class Container {
    private static final long START_LIMIT_MS = 90_000;

    private static final String SESSION_MS = "8000";

    private Container() {}

    static Option on(Machine machine) {
        return composite(
                karafDistributionConfiguration()
                        .frameworkUrl(Settings.distribution().toUri().toString())
                        .name("edog")
                        .unpackDirectory(new File("target/exam"))
                        .useDeployFolder(false),
                doNotModifyLogConfiguration(),
                CoreOptions.systemTimeout(START_LIMIT_MS),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                // Pax Exam's own bundles are not in the distribution, which has no other source than itself.
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        Settings.repository().toString()),
                // The unpacked distribution is removed at the end; its log stays.
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.logging.cfg",
                        "log4j2.appender.rolling.fileName",
                        new File("target/karaf.log").getAbsolutePath()),
                // Features are tested here, not how fast the machine is: a machine busy with other tests costs no
                // leadership.
                editConfigurationFilePut("etc/io.edog.cluster.cfg", "session.timeout.ms", SESSION_MS),
                libraries(),
                KarafScript.options(),
                addresses(machine),
                property(Settings.GUEST_IMAGE, machine.get("image")),
                property(Settings.VERSION, Settings.get(Settings.VERSION)),
                property(Settings.NEXT_VERSION, Settings.get(Settings.NEXT_VERSION)),
                property(Settings.RELEASE, Settings.release().toString()),
                property(Settings.RESULTS, Settings.path(Settings.RESULTS).toString()));
    }

    /** As the appliance's own script gives them. */
    private static Option addresses(Machine machine) {
        return composite(
                property(Settings.DATA, machine.get("data")),
                property("edog.node", machine.get("node")),
                property("edog.http.host", "127.0.0.1"),
                property(Settings.HTTP_PORT, machine.get("http")),
                property("edog.ssh.host", "127.0.0.1"),
                property("edog.ssh.port", machine.get("ssh")),
                property("edog.zookeeper", machine.get("zookeeper")),
                property("edog.libvirt.uri", machine.get("libvirt")));
    }

    private static Option libraries() {
        return composite(Stream.of(Assertions.class, ByteBuddy.class, Awaitility.class, Matcher.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> (Option) bundle(location.toString()))
                .toArray(Option[]::new));
    }

    private static Option property(String name, String value) {
        return vmOption("-D" + name + "=" + value);
    }
}
