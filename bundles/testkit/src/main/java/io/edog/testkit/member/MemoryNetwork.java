package io.edog.testkit.member;

import io.edog.api.member.PeerService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between the managers of a simulated cluster. Thread-safe. */
public final class MemoryNetwork {
    private final Map<String, PeerService> services = new ConcurrentHashMap<>();
    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final Set<String> stalled = ConcurrentHashMap.newKeySet();

    /** A node's peer service is there, in place of an earlier one. */
    public void serve(String node, PeerService service) {
        services.put(node, service);
    }

    /** A node can't be reached, nor reach any. */
    public void cut(String node) {
        away.add(node);
    }

    /** A node can be reached again. */
    public void heal(String node) {
        stalled.remove(node);
        away.remove(node);
    }

    /** A node's process is stopped: it takes what is sent and answers nothing, until healed. */
    public void stall(String node) {
        stalled.add(node);
    }

    boolean answers(String node) {
        return !stalled.contains(node);
    }

    Optional<PeerService> between(String from, String to) {
        return away.contains(from) || away.contains(to) ? Optional.empty() : Optional.ofNullable(services.get(to));
    }
}
