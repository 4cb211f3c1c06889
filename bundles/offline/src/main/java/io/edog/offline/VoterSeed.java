package io.edog.offline;

import io.edog.api.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.DataTree;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;

/**
 * The data of a ZooKeeper voter whose journal is empty and goes on after an index, under epochs above one. Each voter of a cluster
 * is given the same: there is nothing else that a quorum could agree on.
 *
 * @param index the journal is trimmed up to it
 * @param epoch the epoch register stands at it
 * @param at when its nodes were made: the same on every voter
 * @param secret what the members share; empty: open to anyone
 */
record VoterSeed(long index, long epoch, Instant at, Optional<String> secret) {
    private static final String ROOT = "/edog";

    /** What the node {@code /edog/trimmed} holds. */
    private record TrimMark(long upTo, long swept) {}

    /** Writes it as a snapshot into a data directory that is empty. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        try {
            FileTxnSnapLog log = new FileTxnSnapLog(directory.toFile(), directory.toFile());
            log.save(tree(), new ConcurrentHashMap<>(), true);
            log.close();
        } catch (KeeperException e) {
            throw new IOException("ZooKeeper's data can't be made: " + e.getMessage(), e);
        }
    }

    /** The managers make what else there must be, as they do in what an older version has founded. */
    private DataTree tree() throws KeeperException {
        DataTree tree = new DataTree();
        Map<String, String> nodes = new LinkedHashMap<>();
        nodes.put(ROOT, "");
        nodes.put(ROOT + "/trimmed", Json.write(new TrimMark(index, index)));
        nodes.put(ROOT + "/epoch", "");
        long zxid = firstZxid();
        for (Map.Entry<String, String> node : nodes.entrySet()) {
            zxid++;
            create(tree, node.getKey(), node.getValue(), zxid);
        }
        zxid++;
        set(tree, ROOT + "/epoch", Math.toIntExact(epoch), zxid);
        tree.lastProcessedZxid = zxid;
        return tree;
    }

    /**
     * ZooKeeper's own epoch is made as high as edog's. It must be above all that the clients of the lost ensemble have seen: they
     * refuse a server that is behind.
     */
    private long firstZxid() {
        return epoch << 32;
    }

    private void create(DataTree tree, String path, String data, long zxid) throws KeeperException {
        tree.createNode(path, data.getBytes(StandardCharsets.UTF_8), acl(), 0, -1, zxid, at.toEpochMilli());
    }

    private void set(DataTree tree, String path, int version, long zxid) throws KeeperException {
        tree.setData(path, new byte[0], version, zxid, at.toEpochMilli());
    }

    private List<ACL> acl() {
        return secret.map(VoterSeed::only).orElse(Ids.OPEN_ACL_UNSAFE);
    }

    private static List<ACL> only(String secret) {
        try {
            Id edog = new Id("digest", DigestAuthenticationProvider.generateDigest("edog:" + secret));
            return Collections.singletonList(new ACL(Perms.ALL, edog));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
