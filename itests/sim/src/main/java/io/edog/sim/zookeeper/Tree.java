package io.edog.sim.zookeeper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.ZooDefs.OpCode;
import org.apache.zookeeper.data.Stat;
import org.apache.zookeeper.proto.CheckVersionRequest;
import org.apache.zookeeper.proto.CreateRequest;
import org.apache.zookeeper.proto.DeleteRequest;
import org.apache.zookeeper.proto.SetDataRequest;

/** What a quorum has agreed on: every node with its whole history, so that a server can be asked as of any transaction. */
final class Tree {
    private static final int ANY = -1;
    private static final Version NEVER = new Version(0, ANY, Optional.empty());

    private final Map<String, List<Version>> nodes = new HashMap<>();
    private long zxid;

    /** A node as one transaction left it; without data it was deleted. */
    record Version(long zxid, int version, Optional<byte[]> data) {
        boolean there() {
            return data.isPresent();
        }

        Stat stat() {
            Stat stat = new Stat();
            stat.setMzxid(zxid);
            stat.setVersion(version);
            stat.setDataLength(data.map(d -> d.length).orElse(0));
            return stat;
        }
    }

    /**
     * What became of a transaction.
     *
     * @param zxid its place, also of one that failed
     * @param code OK, or why nothing was done
     * @param results one for each part
     * @param changed the nodes it changed
     */
    record Committed(long zxid, Code code, List<OpResult> results, List<String> changed) {}

    long zxid() {
        return zxid;
    }

    /** A node as of a transaction. */
    Version at(String path, long asOf) {
        List<Version> history = nodes.getOrDefault(path, List.of());
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).zxid() <= asOf) {
                return history.get(i);
            }
        }
        return NEVER;
    }

    /** The nodes below one as of a transaction. */
    List<String> below(String parent, long asOf) {
        return nodes.keySet().stream()
                .filter(path -> path.startsWith(parent + "/") && at(path, asOf).there())
                .sorted()
                .toList();
    }

    Version newest(String path) {
        return at(path, zxid);
    }

    /** Does all of it or nothing. */
    Committed commit(List<Op> ops) {
        zxid++;
        Map<String, Version> changes = new HashMap<>();
        List<OpResult> results = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Op op : ops) {
            Version before = changes.getOrDefault(op.getPath(), newest(op.getPath()));
            Code code = check(op, before, changes);
            if (code != Code.OK) {
                return new Committed(zxid, code, failed(ops.size(), results.size(), code), List.of());
            }
            results.add(apply(op, before, changes, changed));
        }
        changes.forEach((path, version) ->
                nodes.computeIfAbsent(path, p -> new ArrayList<>()).add(version));
        return new Committed(zxid, Code.OK, results, changed);
    }

    private Code check(Op op, Version before, Map<String, Version> changes) {
        return switch (op.getType()) {
            case OpCode.create ->
                before.there() ? Code.NODEEXISTS : parentThere(op.getPath(), changes) ? Code.OK : Code.NONODE;
            case OpCode.setData -> version(before, ((SetDataRequest) op.toRequestRecord()).getVersion());
            case OpCode.delete -> version(before, ((DeleteRequest) op.toRequestRecord()).getVersion());
            case OpCode.check -> version(before, ((CheckVersionRequest) op.toRequestRecord()).getVersion());
            default -> Code.UNIMPLEMENTED;
        };
    }

    private boolean parentThere(String path, Map<String, Version> changes) {
        int slash = path.lastIndexOf('/');
        String parent = path.substring(0, slash);
        return slash == 0 || changes.getOrDefault(parent, newest(parent)).there();
    }

    private static Code version(Version before, int wanted) {
        if (!before.there()) {
            return Code.NONODE;
        }
        return wanted == ANY || wanted == before.version() ? Code.OK : Code.BADVERSION;
    }

    private OpResult apply(Op op, Version before, Map<String, Version> changes, List<String> changed) {
        String path = op.getPath();
        switch (op.getType()) {
            case OpCode.create -> {
                byte[] data = ((CreateRequest) op.toRequestRecord()).getData();
                put(path, new Version(zxid, 0, Optional.of(data)), changes, changed);
                return new OpResult.CreateResult(path);
            }
            case OpCode.setData -> {
                byte[] data = ((SetDataRequest) op.toRequestRecord()).getData();
                Version after = new Version(zxid, before.version() + 1, Optional.of(data));
                put(path, after, changes, changed);
                return new OpResult.SetDataResult(after.stat());
            }
            case OpCode.delete -> {
                put(path, new Version(zxid, ANY, Optional.empty()), changes, changed);
                return new OpResult.DeleteResult();
            }
            default -> {
                return new OpResult.CheckResult();
            }
        }
    }

    private static void put(String path, Version after, Map<String, Version> changes, List<String> changed) {
        changes.put(path, after);
        changed.add(path);
    }

    private static List<OpResult> failed(int size, int at, Code code) {
        List<OpResult> results = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Code each = i < at ? Code.OK : i == at ? code : Code.RUNTIMEINCONSISTENCY;
            results.add(new OpResult.ErrorResult(each.intValue()));
        }
        return results;
    }
}
