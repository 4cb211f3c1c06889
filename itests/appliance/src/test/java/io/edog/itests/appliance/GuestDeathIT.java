package io.edog.itests.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Rest;
import io.edog.itests.support.Results;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What dies, and what must not follow from it. */
@ExtendWith(Appliance.Shared.class)
class GuestDeathIT {
    private static final int ROUNDS = 5;
    private static final Duration SHOWN = Duration.ofSeconds(1);

    @Test
    void aKilledGuestIsSeenWithinASecondAndRestarted(Appliance appliance) {
        Vms vms = new Vms(appliance.admin());
        String id = vms.running(Vms.fresh("crash"));
        long before = vms.qemu(id);
        Appliance.signal("KILL", before);
        await("the state shows it")
                .atMost(SHOWN)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !vms.state(id).equals("running")
                        || vms.get(id).path("run").asLong() > 1);
        vms.awaitState(id, "running");
        assertThat(vms.get(id).path("run").asLong()).isEqualTo(2);
        assertThat(vms.qemu(id)).isNotEqualTo(before);
        vms.remove(id);
    }

    @Test
    void aPolicyOfStopRecordsItAsStopped(Appliance appliance) {
        Vms vms = new Vms(appliance.admin());
        var request = Vms.request(Vms.fresh("stay"));
        request.putObject("policy").put("onCrash", "stop");
        Rest.Reply created = vms.rest().post("/vms", request.toString()).expect(202);
        vms.succeeds(created);
        String id = created.text("subject");
        Appliance.signal("KILL", vms.qemu(id));
        vms.awaitState(id, "stopped");
        assertThat(vms.get(id).path("reason").asText()).contains("onCrash=stop");
        vms.remove(id);
    }

    @Test
    void libvirtdKilledOrHungNeverTouchesAGuest(Appliance appliance) throws Exception {
        Vms vms = new Vms(appliance.admin());
        String id = vms.running(Vms.fresh("stays"));
        long qemu = vms.qemu(id);
        for (int round = 0; round < ROUNDS; round++) {
            long killed = appliance.pid("libvirtd");
            Appliance.signal("KILL", killed);
            long hung = appliance.restarted("libvirtd", killed);
            comesBack(vms, id, qemu);
            Appliance.signal("STOP", hung);
            try {
                vms.awaitState(id, "unknown");
                assertThat(vms.get(id).path("reason").asText()).isNotBlank();
                assertThat(vms.qemu(id)).isEqualTo(qemu);
            } finally {
                Appliance.signal("CONT", hung);
            }
            comesBack(vms, id, qemu);
        }
        Results.write("libvirtd", 0, Map.of("kills", ROUNDS, "hangs", ROUNDS, "guestsTouched", 0));
        vms.remove(id);
    }

    private static void comesBack(Vms vms, String id, long qemu) {
        vms.awaitState(id, "running");
        assertThat(vms.qemu(id)).as("the guest's process").isEqualTo(qemu);
        assertThat(vms.get(id).path("run").asLong()).as("no second start").isEqualTo(1);
    }
}
