package io.edog.appctl.cli;

import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.ClusterDirectory;
import io.edog.appctl.inventory.Json;
import io.edog.appctl.inventory.SshAccess;
import io.edog.appctl.work.LineProgress;
import io.edog.appctl.work.LiveProgress;
import io.edog.appctl.work.Progress;
import io.edog.appctl.work.Summary;
import java.util.Locale;
import java.util.Optional;

/** What a command works with: options, output, the cluster that is meant. */
public final class Context {
    private final Console console;
    private final Settings settings;
    private final long since = System.nanoTime();

    public Context(Console console, Settings settings) {
        this.console = console;
        this.settings = settings;
    }

    public Settings settings() {
        return settings;
    }

    public Optional<String> environment(String name) {
        return Optional.ofNullable(console.environment().get(name)).filter(value -> !value.isBlank());
    }

    /** The directory of the cluster that is meant; the name is that of a command's own option. */
    public ClusterDirectory directory(Optional<String> name) {
        return new Directories(console.environment()).of(settings.cluster().or(() -> name));
    }

    /** The name of a cluster that gets none. */
    public String usualName() {
        return settings.cluster().orElse(Directories.USUAL_NAME);
    }

    /** Connects, when it is used, to the hosts of the cluster that was set up. */
    public Session session() {
        ClusterDirectory directory = directory(Optional.empty());
        Cluster cluster = directory
                .read()
                .orElseThrow(() -> new Refusal(
                        ExitCode.FAILED,
                        "no cluster was set up in " + directory.path(),
                        "Set one up: appctl cluster conf 10.0.0.1 10.0.0.2 10.0.0.3"));
        return new Session(this, directory, cluster, settings.ssh().or(cluster.ssh()));
    }

    /** The same for hosts that are not in a list yet. */
    public Session session(ClusterDirectory directory, Cluster cluster, SshAccess access) {
        return new Session(this, directory, cluster, access);
    }

    public Progress progress() {
        if (settings.quiet()) {
            return Progress.silent();
        }
        return console.terminal() ? new LiveProgress(console.err()) : new LineProgress(console.err(), since);
    }

    /** Prints one answer: the object as JSON if that was asked for, else the text. */
    public void show(Object json, String text) {
        console.out().print(settings.json() ? Json.write(json) : text);
        console.out().flush();
    }

    /** Prints what became of the hosts; returns the exit code. */
    public int show(Summary summary) {
        show(summary, summary.text());
        return summary.exitCode();
    }

    /** A line for people, beside the answer. */
    public void say(String line) {
        console.err().println(line);
        console.err().flush();
    }

    /** Whether to go on: yes if nobody can be asked, or {@code --yes} was given. */
    public boolean confirmed(String question) {
        if (settings.yes()) {
            return true;
        }
        return ask(question).orElse(true);
    }

    /** The same before what can't be undone: refused if nobody can be asked, and {@code --yes} was not given. */
    public boolean consented(String question) {
        return settings.yes()
                || ask(question)
                        .orElseThrow(() -> Refusal.usage(
                                question + " Nobody is there to answer", "If it is meant so, say --yes."));
    }

    private Optional<Boolean> ask(String question) {
        return console.ask()
                .apply(question + " [y/N] ")
                .map(answer -> answer.strip().toLowerCase(Locale.ROOT).startsWith("y"));
    }
}
