package io.edog.itests.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One voter from the distribution's own jars, beside the container; it ends with this JVM. */
final class ZooKeeperProcess {
    /** Its standard input is a pipe from this JVM, which ends with it, however it ends. */
    private static final String UNTIL_STDIN_ENDS = """
            "$1" -Xmx64m "-Dedog.log=$2" -cp "$3" org.apache.zookeeper.server.quorum.QuorumPeerMain "$2/zoo.cfg" </dev/null &
            server=$!
            cat >/dev/null
            kill -9 $server
            """;

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
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        new ProcessBuilder("sh", "-c", UNTIL_STDIN_ENDS, "zookeeper", java.toString(), home.toString(), jars + "/*")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("zookeeper.out").toFile())
                .start();
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
