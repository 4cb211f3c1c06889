package io.edog.itests.history.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.rig.Rig;
import io.edog.itests.rig.RigHost;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real guest on each host, which idles and is not to notice anything: its process stays the same. */
final class Guests {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String TEMPLATE = "idle";
    private static final int IMAGE_BYTES = 1 << 20;
    private static final int SECTOR_END = 510;
    /** A boot sector that halts for ever: sti, hlt, jump back. */
    private static final byte[] IDLE = {(byte) 0xfb, (byte) 0xf4, (byte) 0xeb, (byte) 0xfd};

    private static final byte[] BOOTABLE = {0x55, (byte) 0xaa};

    private final Rest admin;
    private final Map<RigHost, String> pids = new LinkedHashMap<>();

    /** Starts them, unless they run. */
    Guests(Rig rig, Rest admin) throws IOException {
        this.admin = admin;
        importTemplate(rig);
        rig.hosts().forEach(this::make);
        rig.hosts().forEach(this::start);
        rig.hosts().forEach(host -> pids.put(host, pid(host)));
    }

    /** Each is the process that it was, and is known to run. */
    void untouched() {
        pids.forEach((host, pid) -> {
            assertThat(pid(host)).as("the guest of " + host.name()).isEqualTo(pid);
            await("the guest of " + host.name() + " is seen")
                    .atMost(LIMIT)
                    .until(() -> find("/vms", vm(host)).filter(Guests::runs).isPresent());
        });
    }

    private void importTemplate(Rig rig) throws IOException {
        if (find("/templates", TEMPLATE).isEmpty()) {
            byte[] image = Arrays.copyOf(IDLE, IMAGE_BYTES);
            System.arraycopy(BOOTABLE, 0, image, SECTOR_END, BOOTABLE.length);
            Path file = Files.write(rig.shared().resolve(TEMPLATE + ".img"), image);
            String source = "/srv/edog-shared/" + file.getFileName();
            admin.post(
                            "/templates",
                            "{\"name\":\"" + TEMPLATE + "\",\"os\":\"none\",\"source\":{\"path\":\"" + source + "\"}}")
                    .expect(202);
        }
        await("the template is there").atMost(LIMIT).until(() -> state("/templates", TEMPLATE), "ready"::equals);
    }

    private void make(RigHost host) {
        if (find("/vms", vm(host)).isEmpty()) {
            String body = Rest.JSON
                    .createObjectNode()
                    .put("name", vm(host))
                    .put("cpus", 1)
                    .put("memoryMiB", 16)
                    .put("template", TEMPLATE)
                    .put("start", false)
                    .toString();
            admin.post("/vms", body).expect(202);
        }
    }

    private void start(RigHost host) {
        String state = await(vm(host) + " is made")
                .atMost(LIMIT)
                .until(() -> state("/vms", vm(host)), List.of("stopped", "running")::contains);
        if (state.equals("stopped")) {
            admin.post("/vms/" + vm(host) + "/start", "{\"host\":\"" + host.name() + "\"}")
                    .expect(202);
        }
        await(vm(host) + " runs")
                .atMost(LIMIT)
                .until(() -> find("/vms", vm(host)).filter(Guests::runs).isPresent());
    }

    private static boolean runs(JsonNode vm) {
        return vm.path("state").asText().equals("running");
    }

    private String state(String list, String name) {
        return find(list, name).map(it -> it.path("state").asText()).orElse("");
    }

    private Optional<JsonNode> find(String list, String name) {
        return admin.all(list + "?limit=1000", "after").stream()
                .filter(it -> it.path("name").asText().equals(name))
                .findFirst();
    }

    private static String vm(RigHost host) {
        return TEMPLATE + "-" + host.name();
    }

    private static String pid(RigHost host) {
        return host.bash("pgrep -f '[q]emu-system.*edog-" + vm(host) + "'");
    }
}
