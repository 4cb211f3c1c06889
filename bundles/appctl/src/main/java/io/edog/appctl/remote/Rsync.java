package io.edog.appctl.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies directories to other hosts, only what differs. Thread-safe. */
public final class Rsync {
    private static final String AS_ROOT = "S=; [ \"$(id -u)\" = 0 ] || S='sudo -n'; $S rsync";
    private static final Pattern PERCENT = Pattern.compile("\\s(\\d{1,3})%\\s");
    private static final Pattern CHANGE = Pattern.compile("[<>ch.*][fdLDS*]\\S+\\s.*|\\*deleting\\s.*");

    private final Processes processes;
    private final Ssh ssh;

    public Rsync(Processes processes, Ssh ssh) {
        this.processes = processes;
        this.ssh = ssh;
    }

    /**
     * What is to be copied where.
     *
     * @param mirror whether what is only at the other end is removed there
     * @param like a directory of the other end whose equal files need not travel; empty for none
     * @param dryRun whether it is only found out what differs
     */
    public record Copy(Path from, String to, boolean mirror, String like, boolean dryRun) {}

    /**
     * Copies.
     *
     * @param percent is told how far it is
     */
    public Finished copy(String address, Copy copy, Duration limit, IntConsumer percent) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "rsync",
                "--archive",
                "--checksum", // times say nothing: builds are reproducible
                "--omit-dir-times",
                "--chown=root:root",
                "--itemize-changes",
                "--info=progress2",
                "--rsync-path=" + AS_ROOT,
                "--rsh=" + ssh.command()));
        if (copy.mirror()) {
            command.add("--delete");
        }
        if (!copy.like().isEmpty()) {
            command.add("--copy-dest=" + copy.like());
        }
        if (copy.dryRun()) {
            command.add("--dry-run");
        }
        command.add(copy.from() + "/");
        command.add(place(address, copy.to() + "/"));
        return processes.run(command, "", limit, line -> percent(line, percent));
    }

    /** Fetches one file of another host; what is here is replaced. */
    public Finished fetch(String address, String from, Path to, Duration limit) throws InterruptedException {
        return processes.run(
                List.of(
                        "rsync",
                        "--checksum",
                        "--chmod=F600",
                        "--rsync-path=" + AS_ROOT,
                        "--rsh=" + ssh.command(),
                        place(address, from),
                        to.toString()),
                "",
                limit);
    }

    /** Brings one file to another host, which only root may read there. */
    public Finished send(String address, Path from, String to, Duration limit) throws InterruptedException {
        return processes.run(
                List.of(
                        "rsync",
                        "--checksum",
                        "--chmod=F600",
                        "--chown=root:root",
                        "--rsync-path=" + AS_ROOT,
                        "--rsh=" + ssh.command(),
                        from.toString(),
                        place(address, to)),
                "",
                limit);
    }

    private static String place(String address, String path) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + path;
    }

    /** How many files a copy changed, or would change. */
    public static long changes(Finished copy) {
        return copy.out()
                .lines()
                .filter(line -> CHANGE.matcher(line).matches())
                .filter(line -> !line.startsWith(".") && !line.endsWith("/"))
                .count();
    }

    private static void percent(String line, IntConsumer percent) {
        Matcher matcher = PERCENT.matcher(line);
        if (matcher.find()) {
            percent.accept(Integer.parseInt(matcher.group(1)));
        }
    }
}
