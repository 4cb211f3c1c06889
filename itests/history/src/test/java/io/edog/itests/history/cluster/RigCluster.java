package io.edog.itests.history.cluster;

import io.edog.itests.rig.Rig;
import io.edog.itests.rig.RigHost;
import io.edog.itests.support.Command;
import io.edog.itests.support.RawJournal;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Managers on hosts of their own, deployed by appctl: they can be cut off, too. */
public final class RigCluster implements Cluster {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int VOTER_PORT = 2281;

    private final Rig rig;
    private final Path keys;
    private final Map<String, Rest> rests = new LinkedHashMap<>();

    /** Takes a rig that serves; it is closed with this. */
    public RigCluster(Rig rig) throws IOException {
        this(rig, rig.managers().stream().map(RigHost::name).toList());
    }

    /** The same, of which clients use some managers only. */
    public RigCluster(Rig rig, List<String> managers) throws IOException {
        this.rig = rig;
        managers.forEach(name -> rests.put(name, rig.host(name).rest()));
        keys = Files.createTempDirectory("edog-history");
        for (String file : List.of("ca.pem", "node.pem", "secret")) {
            Files.writeString(keys.resolve(file), first().bash("cat /etc/edog/tls/" + file) + "\n");
        }
    }

    private RigHost first() {
        return rig.managers().get(0);
    }

    /** What it runs on. */
    public Rig rig() {
        return rig;
    }

    @Override
    public List<String> managers() {
        return List.copyOf(rests.keySet());
    }

    @Override
    public Rest rest(String manager) {
        return rests.get(manager);
    }

    @Override
    public String password() {
        return rig.managers().stream()
                .map(host -> host.bash("cat /var/lib/edog/admin-password 2>/dev/null || true"))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void kill(String node, Part part) {
        rig.host(node).kill(of(part));
    }

    @Override
    public void pause(String node, Part part) {
        rig.host(node).pause(of(part));
    }

    @Override
    public void resume(String node, Part part) {
        rig.host(node).resume(of(part));
    }

    private static RigHost.Part of(Part part) {
        return RigHost.Part.valueOf(part.name());
    }

    @Override
    public boolean cuts() {
        return true;
    }

    @Override
    public void cut(String node) {
        rig.host(node).cut();
    }

    @Override
    public void heal(String node) {
        rig.host(node).heal();
    }

    @Override
    public RawJournal journal() throws Exception {
        return new RawJournal(connect(), Tls.client(keys), Optional.of("edog:" + Tls.secret(keys)));
    }

    @Override
    public Bus bus() {
        return new Bus(Map.of("node", "bus", "connect", connect(), "tls", keys.toString()));
    }

    private String connect() {
        return managers().stream()
                .map(name -> rig.host(name).address() + ":" + VOTER_PORT)
                .collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        Command.run(LIMIT, Map.of(), List.of("rm", "-rf", keys.toString()));
        rig.close();
    }
}
