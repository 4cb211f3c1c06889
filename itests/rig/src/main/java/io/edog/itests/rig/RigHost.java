package io.edog.itests.rig;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.support.Command;
import io.edog.itests.support.Rest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A host of a rig. Whatever is done to it has been done on return; what cannot be done is an {@link AssertionError}. May be used by several threads.
 *
 * @param name as the other hosts call it: a, b, c …
 * @param address as this machine and the other hosts reach it
 */
public record RigHost(Rig rig, String name, String address, boolean manager) {
    /** What a host may run: the names that the verb knows. */
    public enum Part {
        SSHD,
        LIBVIRTD,
        ZOOKEEPER,
        KARAF;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** Runs a command there as root, also if the host is cut off. Its exit code is the caller's to judge. */
    public Command.Result exec(Duration limit, String... command) {
        List<String> words = new ArrayList<>(List.of("exec", name));
        words.addAll(List.of(command));
        return rig.verb(limit, words.toArray(String[]::new));
    }

    /** Runs a line of bash there, which must succeed, and returns what it printed, without the last line's end. */
    public String bash(String line) {
        return exec(LIMIT, "bash", "-c", line).succeeded().out().stripTrailing();
    }

    /** Unplugs its network cable. */
    public void cut() {
        act("cut");
    }

    /** Plugs it in again. */
    public void heal() {
        act("heal");
    }

    /** Pulls the plug: every process of it is gone. */
    public void powerOff() {
        act("poweroff");
    }

    /** Boots it: on return its sshd answers; edog starts if it was deployed. */
    public void powerOn() {
        act("poweron");
    }

    public void pause(Part part) {
        act("pause", part.word());
    }

    public void resume(Part part) {
        act("resume", part.word());
    }

    public void kill(Part part) {
        act("kill", part.word());
    }

    /** The API of this manager, nobody logged in. */
    public Rest rest() {
        return Rest.at("http://" + address + ":9501/api/v1");
    }

    /** Fills the file system of /var/lib/edog, which must be of its own: {@code --disk SIZE}. */
    public void fillDisk() {
        act("disk", "full");
    }

    /** Takes away what filled it. */
    public void freeDisk() {
        act("disk", "free");
    }

    /** Its entry of {@code rig status --json}. */
    public JsonNode status() {
        for (JsonNode host : rig.status().path("hosts")) {
            if (host.path("name").asText().equals(name)) {
                return host;
            }
        }
        throw new AssertionError("no host " + name);
    }

    /** The state of a process of it: up, paused or down. */
    public String state(Part part) {
        return status().path("processes").path(part.word()).path("state").asText("down");
    }

    private void act(String action, String... more) {
        List<String> words = new ArrayList<>(List.of(action, name));
        words.addAll(List.of(more));
        rig.verb(LIMIT, words.toArray(String[]::new)).succeeded();
    }
}
