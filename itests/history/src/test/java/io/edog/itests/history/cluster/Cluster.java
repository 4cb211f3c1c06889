package io.edog.itests.history.cluster;

import io.edog.itests.support.RawJournal;
import io.edog.itests.support.Rest;
import java.util.List;
import java.util.Locale;

/** Several managers, each with a voter, that can be broken and mended. What is mended may take time to serve again. */
public interface Cluster extends AutoCloseable {
    /** A process of a node. */
    enum Part {
        KARAF,
        ZOOKEEPER;

        /** Its name on the node. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The nodes that have a manager. */
    List<String> managers();

    /** The API of a manager, without a session. */
    Rest rest(String manager);

    /** The first administrator's password. */
    String password();

    /** SIGKILL. Its supervisor starts it again. */
    void kill(String node, Part part);

    /** SIGSTOP. */
    void pause(String node, Part part);

    /** SIGCONT, also if it was killed and started meanwhile. */
    void resume(String node, Part part);

    /** Whether nodes can be cut off from the others, and from the clients. */
    boolean cuts();

    /** Takes a node off the network. */
    void cut(String node);

    /** Puts a node back onto the network. */
    void heal(String node);

    /** The journal as it lies in ZooKeeper. */
    RawJournal journal() throws Exception;

    /** The bus of the hosts. */
    Bus bus();

    @Override
    void close();
}
