package io.edog.itests.appliance;

import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Rest;
import io.edog.itests.support.Sample;
import java.time.Duration;
import java.util.List;

/** From the kill -9 of a guest's QEMU until the API says that it is no longer running. */
final class KillBench implements Bench.Benchmark {
    private static final int ROUNDS = 5;

    @Override
    public List<Sample> measure(Appliance appliance) throws Exception {
        Vms vms = new Vms(appliance.admin());
        Sample known = new Sample("QEMU killed until the API shows it", "ms");
        var request = Vms.request("bench-kill");
        request.putObject("policy").put("onCrash", "stop");
        Rest.Reply created = vms.rest().post("/vms", request.toString()).expect(202);
        vms.succeeds(created);
        String id = created.text("subject");
        for (int i = 0; i < ROUNDS; i++) {
            long qemu = vms.qemu(id);
            known.time(() -> {
                Appliance.signal("KILL", qemu);
                await().atMost(Duration.ofSeconds(10))
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> !vms.state(id).equals("running"));
            });
            vms.awaitState(id, "stopped");
            vms.act(id, "start", "{}");
        }
        vms.remove(id);
        return List.of(known);
    }
}
