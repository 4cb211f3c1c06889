package io.edog.appctl.cli;

import io.edog.appctl.Refusal;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.ClusterDirectory;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.SshAccess;
import io.edog.appctl.node.NodeControl;
import io.edog.appctl.remote.Pause;
import io.edog.appctl.remote.Processes;
import io.edog.appctl.remote.Rsync;
import io.edog.appctl.remote.Ssh;
import io.edog.appctl.work.Fanout;
import io.edog.appctl.work.Target;
import java.util.List;

/** One command's work on the hosts of a cluster: the connections, and what is done over them. Closing it closes them. */
public final class Session implements AutoCloseable {
    private final Context context;
    private final ClusterDirectory directory;
    private final Processes processes = new Processes();
    private final Pause pause = new Pause();
    private final Ssh ssh;
    private Cluster cluster;

    Session(Context context, ClusterDirectory directory, Cluster cluster, SshAccess access) {
        this.context = context;
        this.directory = directory;
        this.cluster = cluster;
        this.ssh = Ssh.open(
                processes, access, directory.knownHosts(), context.settings().connectLimit());
    }

    public Context context() {
        return context;
    }

    public ClusterDirectory directory() {
        return directory;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Ssh ssh() {
        return ssh;
    }

    public Pause pause() {
        return pause;
    }

    public Rsync rsync() {
        return new Rsync(processes, ssh);
    }

    public NodeControl nodes() {
        return new NodeControl(
                ssh, context.settings().limit(), context.settings().dryRun());
    }

    public Fanout fanout() {
        return new Fanout(context.settings().parallel(), context.progress());
    }

    /** Writes a changed cluster and goes on with it. */
    public void save(Cluster changed) {
        directory.save(changed);
        cluster = changed;
    }

    /** The nodes of these names or addresses, in the cluster's order; all when none is named. */
    public List<Node> select(List<String> words) {
        return select(cluster.nodes(), words);
    }

    /** The same, of some nodes only. */
    public List<Node> select(List<Node> among, List<String> words) {
        List<String> chosen = words.stream()
                .map(word -> cluster.find(word)
                        .filter(among::contains)
                        .map(Node::name)
                        .orElseThrow(() -> unknown(among, word)))
                .toList();
        return among.stream()
                .filter(node -> words.isEmpty() || chosen.contains(node.name()))
                .toList();
    }

    public static List<Target> targets(List<Node> nodes) {
        return nodes.stream().map(Target::of).toList();
    }

    @Override
    public void close() {
        pause.close();
        ssh.close();
        processes.close();
    }

    private static Refusal unknown(List<Node> among, String word) {
        String names = String.join(", ", among.stream().map(Node::name).toList());
        return Refusal.usage(
                "'" + word + "' is none of these hosts",
                names.isEmpty() ? "There are none." : "There are: " + names + ".");
    }
}
