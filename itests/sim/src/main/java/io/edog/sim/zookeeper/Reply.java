package io.edog.sim.zookeeper;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.data.Stat;

/** What a server answers. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Reply(Code code, byte[] data, Stat stat, List<OpResult> results) {
    private static final byte[] NOTHING = new byte[0];
    private static final Method SET_RESULTS = setResults();

    static Reply failed(Code code) {
        return new Reply(code, NOTHING, new Stat(), List.of());
    }

    static Reply read(Tree.Version version) {
        return version.there()
                ? new Reply(Code.OK, version.data().orElse(NOTHING), version.stat(), List.of())
                : failed(Code.NONODE);
    }

    static Reply written(Tree.Committed committed) {
        return new Reply(committed.code(), NOTHING, new Stat(), committed.results());
    }

    boolean ok() {
        return code == Code.OK;
    }

    /** As a client's call throws it. */
    KeeperException exception(String path) {
        KeeperException exception = KeeperException.create(code, path);
        if (!results.isEmpty()) {
            try {
                SET_RESULTS.invoke(exception, results);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return exception;
    }

    private static Method setResults() {
        try {
            Method method = KeeperException.class.getDeclaredMethod("setMultiResults", List.class);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
