package io.edog.itests.appliance;

import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A list of 100 VMs through REST. */
final class ListBench implements Bench.Benchmark {
    private static final int VMS = 100;
    private static final int READS = 200;

    @Override
    public List<Sample> measure(Appliance appliance) throws Exception {
        Vms vms = new Vms(appliance.admin());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < VMS; i++) {
            String body = Vms.request("list-" + i).put("start", false).toString();
            ids.add(vms.rest().post("/vms", body).expect(202).text("subject"));
        }
        await().atMost(Duration.ofMinutes(3))
                .until(() -> ids.stream().allMatch(id -> vms.state(id).equals("stopped")));
        Sample list = new Sample("list of 100 VMs", "ms");
        for (int i = 0; i < READS; i++) {
            list.time(() -> vms.rest().get("/vms?limit=1000").expect(200));
        }
        ids.forEach(vms::remove);
        return List.of(list);
    }
}
