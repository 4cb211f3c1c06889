package io.edog.itests.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One voter from the distribution's own jars, beside the container; it ends with this JVM. */
final class ZooKeeperProcess {
    private ZooKeeperProcess() {}

    /** @return its client address */
    static String start() throws IOException {
        var home = Files.createDirectories(
                        Path.of("target", "zookeeper-" + ProcessHandle.current().pid()))
                .toAbsolutePath();
        var jars = unpackJars(home);
        var data = Files.createDirectories(home.resolve("data"));
        var client = "127.0.0.1:" + FreePort.any();
        Files.writeString(data.resolve("myid"), "1");
        Files.writeString(
                home.resolve("zoo.dynamic"),
                "server.1=127.0.0.1:" + FreePort.any() + ":" + FreePort.any() + ":participant;" + client);
        Files.write(home.resolve("zoo.cfg"), configuration(home));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Dedog.log=" + home,
                        "-cp",
                        jars + "/*",
                        "org.apache.zookeeper.server.quorum.QuorumPeerMain",
                        home.resolve("zoo.cfg").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("zookeeper.out").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return client;
    }

    private static List<String> configuration(Path home) {
        return List.of(
                "tickTime=250",
                "initLimit=80",
                "syncLimit=4",
                "dataDir=" + home.resolve("data"),
                "dynamicConfigFile=" + home.resolve("zoo.dynamic"),
                "standaloneEnabled=false",
                "reconfigEnabled=true",
                "admin.enableServer=false");
    }

    private static Path unpackJars(Path home) throws IOException {
        var jars = Files.createDirectories(home.resolve("dist"));
        var tar = new ProcessBuilder(
                        "tar",
                        "-xzf",
                        System.getProperty("edog.distribution"),
                        "-C",
                        jars.toString(),
                        "--strip-components=4",
                        "--wildcards",
                        "*/lib/edog/zookeeper/*.jar")
                .inheritIO()
                .start();
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("cannot unpack the distribution");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return jars;
    }
}
