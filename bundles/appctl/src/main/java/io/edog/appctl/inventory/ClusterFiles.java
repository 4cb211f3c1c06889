package io.edog.appctl.inventory;

import io.edog.appctl.Refusal;
import io.edog.appctl.tls.Authority;
import io.edog.appctl.tls.NodeIdentity;
import io.edog.appctl.tls.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a cluster's directory with what should be in it, and makes what is missing: authority, secret, and for each node
 * its part of {@code /etc/edog}. What is good is kept, so that an interrupted command can simply be given again.
 */
final class ClusterFiles {
    private final Path directory;
    private final Cluster cluster;
    private final Instant now;
    private final List<FileChange> changes = new ArrayList<>();

    private ClusterFiles(Path directory, Cluster cluster, Instant now) {
        this.directory = directory;
        this.cluster = cluster;
        this.now = now;
    }

    static List<FileChange> changes(Path directory, Cluster cluster, Instant now) {
        try {
            ClusterFiles files = new ClusterFiles(directory, cluster, now);
            files.compare();
            return List.copyOf(files.changes);
        } catch (IOException | GeneralSecurityException e) {
            throw Refusal.failed(
                    "the files in " + directory + " can't be read: " + e.getMessage(),
                    "Bring them back from a copy of this directory.");
        }
    }

    private void compare() throws IOException, GeneralSecurityException {
        Authority authority = authority();
        String secret = keep("secret", "the secret that nodes show ZooKeeper", Secret::create);
        for (Node node : cluster.nodes()) {
            String home = "nodes/" + node.name() + "/";
            certificate(home + "tls/node.pem", node, authority);
            want(home + "tls/ca.pem", authority.certificatePem(), keys(node));
            want(home + "tls/secret", secret, keys(node));
            want(home + "node.env", NodeEnv.of(cluster, node), "the settings of " + node.name());
        }
        removeStrangers();
        want(
                ClusterDirectory.INVENTORY,
                Json.write(cluster),
                "the list of members"); // last: it says that the rest is there
    }

    private Authority authority() throws IOException, GeneralSecurityException {
        Optional<String> certificate = read("ca/ca.pem");
        Optional<String> key = read("ca/ca.key");
        if (certificate.isPresent() && key.isPresent()) {
            return Authority.read(certificate.get(), key.get());
        }
        refuseWhenSetUp("ca/ca.pem and ca/ca.key");
        Authority fresh = Authority.create(cluster.name(), now);
        want("ca/ca.key", fresh.keyPem(), "the cluster's authority");
        want("ca/ca.pem", fresh.certificatePem(), "the cluster's authority");
        return fresh;
    }

    private void certificate(String path, Node node, Authority authority) throws IOException, GeneralSecurityException {
        NodeIdentity identity = new NodeIdentity(cluster.name(), node.name(), node.address(), node.is(Role.MANAGER));
        Optional<String> present = read(path);
        if (present.filter(pem -> identity.isGood(pem, authority, now)).isEmpty()) {
            want(path, authority.issue(identity, now), keys(node));
        }
    }

    private static String keys(Node node) {
        return "the keys of " + node.name();
    }

    private void removeStrangers() throws IOException {
        Path nodes = directory.resolve("nodes");
        if (!Files.isDirectory(nodes)) {
            return;
        }
        Set<String> known = cluster.nodes().stream().map(Node::name).collect(Collectors.toSet());
        try (Stream<Path> present = Files.list(nodes)) {
            present.map(path -> path.getFileName().toString())
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .forEach(name -> changes.add(new FileChange(
                            "nodes/" + name, Optional.empty(), "remove the files of " + name + ", no node any more")));
        }
    }

    /** The list of members is written last: where it is, a missing key was lost, and a new one would not fit the others. */
    private void refuseWhenSetUp(String what) throws IOException {
        if (Files.exists(directory.resolve(ClusterDirectory.INVENTORY))) {
            throw new IOException(what + " are lost");
        }
    }

    private interface Maker {
        String make();
    }

    private String keep(String path, String what, Maker maker) throws IOException {
        Optional<String> present = read(path).filter(text -> !text.isBlank());
        if (present.isPresent()) {
            return present.get();
        }
        refuseWhenSetUp(path);
        String fresh = maker.make();
        want(path, fresh, what);
        return fresh;
    }

    private void want(String path, String text, String what) throws IOException {
        Optional<String> present = read(path);
        if (present.filter(text::equals).isEmpty()) {
            changes.add(new FileChange(path, Optional.of(text), (present.isPresent() ? "change " : "create ") + what));
        }
    }

    private Optional<String> read(String path) throws IOException {
        return PrivateFiles.read(directory.resolve(path));
    }
}
