package io.edog.itests.container.hotswap;

import static io.edog.itests.container.hotswap.Node.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The VM that runs all the while, and its QEMU process as the machine knows it. */
record Guest(String id, long pid) {
    private static final String NAME = "guest";
    private static final String TEMPLATE = "idle";

    /** The guest, made at the first time. */
    static Guest running(Node node) {
        String id = node.named("/vms", NAME).map(vm -> vm.path("id").asText()).orElseGet(() -> create(node));
        soon("the guest runs").until(() -> state(node, id).equals("running"));
        List<Long> processes = processes(id);
        assertThat(processes).as("QEMU processes of the guest").hasSize(1);
        return new Guest(id, processes.get(0));
    }

    /** Neither ended nor started a second time, asked of the machine and not of edog. */
    void isUntouched() {
        assertThat(processes(id)).as("QEMU processes of the guest").containsExactly(pid);
    }

    /** The node says that it is in that state. */
    JsonNode seen(Node node, String state) {
        return soon("the guest reads " + state)
                .until(
                        () -> node.get("/vms/" + id),
                        vm -> vm.path("state").asText().equals(state));
    }

    private static String state(Node node, String id) {
        return node.get("/vms/" + id).path("state").asText();
    }

    private static String create(Node node) {
        soon("the host has reported its pool")
                .until(() -> node.get("/pools").findValuesAsText("id").size() > 0);
        Map<String, Object> source = Map.of("path", Settings.get(Settings.GUEST_IMAGE));
        node.done(node.order("/templates", Map.of("name", TEMPLATE, "os", "none", "version", "1", "source", source)));
        return node.done(node.order(
                "/vms", Map.of("name", NAME, "cpus", 1, "memoryMiB", 64, "template", TEMPLATE, "start", true)));
    }

    private static List<Long> processes(String vm) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> commandLine(pid).matches("(?s)[^\\x00]*qemu-system.*" + vm + ".*"))
                .toList();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }
}
