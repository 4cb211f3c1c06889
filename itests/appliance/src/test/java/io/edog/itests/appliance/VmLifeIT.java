package io.edog.itests.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.support.Command;
import io.edog.itests.support.Rest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One real guest's whole life through REST and through the shell. */
@ExtendWith(Appliance.Shared.class)
class VmLifeIT {
    @Test
    void theDemoVmsUserspaceHasBooted(Appliance appliance) throws Exception {
        Vms vms = new Vms(appliance.admin());
        JsonNode demo = vms.get("demo");
        assertThat(demo.path("state").asText()).isEqualTo("running");
        assertThat(Appliance.qemu(demo.path("id").asText())).isPresent();
        Path console = appliance.data.resolve("console/demo.log");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(console).contains("userspace ready"));
    }

    @Test
    void allOperationsThroughRest(Appliance appliance) {
        Vms vms = new Vms(appliance.admin());
        String id = vms.running(Vms.fresh("rest"));
        long pid = vms.qemu(id);
        vms.succeeds(vms.rest()
                .call("POST", "/vms/" + id + "/pause", Optional.empty())
                .expect(202));
        assertThat(vms.state(id)).isEqualTo("paused");
        vms.act(id, "resume", "{}");
        assertThat(vms.state(id)).isEqualTo("running");
        vms.act(id, "reboot", "{}");
        vms.act(id, "reset", "{}");
        assertThat(vms.qemu(id)).as("neither reboot nor reset ends the run").isEqualTo(pid);
        vms.rest().patch("/vms/" + id, "{\"memoryMiB\":160}").expect(200);
        assertThat(vms.get(id).path("pending").toString()).isEqualTo("[\"memoryMiB\"]");
        vms.act(id, "stop", "{\"graceSeconds\":20}");
        assertThat(vms.state(id)).isEqualTo("stopped");
        assertThat(Appliance.qemu(id)).isEmpty();
        vms.act(id, "start", "{}");
        assertThat(vms.get(id).path("pending")).isEmpty();
        assertThat(vms.get(id).path("run").asLong()).isEqualTo(2);
        vms.remove(id);
        vms.rest().get("/vms/" + id).expect(404);
        assertThat(Appliance.qemu(id)).isEmpty();
    }

    @Test
    void allOperationsThroughTheShell(Appliance appliance) throws Exception {
        Vms vms = new Vms(appliance.admin());
        String name = Vms.fresh("shell");
        appliance
                .shell("edog:vm-create --cpus 1 --memory 128 --template " + Vms.template() + " --start " + name)
                .succeeded();
        for (String step :
                new String[] {"pause", "resume", "reboot", "reset", "stop --grace 20", "start", "stop --force"}) {
            String[] words = step.split(" ", 2);
            String options = words.length > 1 ? words[1] + " " : "";
            appliance.shell("edog:vm-" + words[0] + " " + options + name).succeeded();
        }
        appliance.shell("edog:vm-update --memory 160 " + name).succeeded();
        JsonNode shown = Rest.JSON.readTree(
                appliance.shell("edog:vm-show --json " + name).succeeded().out());
        assertThat(shown.path("state").asText()).isEqualTo("stopped");
        assertThat(shown.path("memoryMiB").asInt()).isEqualTo(160);
        assertThat(shown.path("id")).isEqualTo(vms.get(name).path("id"));
        appliance.shell("edog:vm-delete --disks delete " + name).succeeded();
        Command.Result gone = appliance.shell("edog:vm-show --json " + name);
        assertThat(gone.exit()).isEqualTo(1);
        assertThat(gone.out()).isEmpty();
        assertThat(gone.err()).contains("not-found");
    }

    @Test
    void aPowerOffFromWithinIsToldApartFromACrash(Appliance appliance) {
        Vms vms = new Vms(appliance.admin());
        String id = vms.running(Vms.fresh("off"));
        GuestConsole.of(appliance, id).type("poweroff", () -> vms.state(id).equals("stopped"));
        assertThat(vms.get(id).path("reason").asText()).contains("powered itself off");
        assertThat(vms.get(id).path("desired").asText()).isEqualTo("stopped");
        vms.remove(id);
    }
}
