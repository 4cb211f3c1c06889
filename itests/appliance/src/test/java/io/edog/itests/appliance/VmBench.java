package io.edog.itests.appliance;

import io.edog.itests.support.Command;
import io.edog.itests.support.Rest;
import io.edog.itests.support.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Create, start and stop of a VM, beside bare libvirt doing the same in the same run. */
final class VmBench implements Bench.Benchmark {
    private static final int ROUNDS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Sample create = new Sample("VM create (linked clone), edog", "ms");
    private final Sample start = new Sample("VM start, edog", "ms");
    private final Sample stop = new Sample("VM stop (forced), edog", "ms");
    private final Sample bareCreate = new Sample("linked clone, bare qemu-img", "ms");
    private final Sample bareStart = new Sample("VM start, bare virsh", "ms");
    private final Sample bareStop = new Sample("VM stop (forced), bare virsh", "ms");

    @Override
    public List<Sample> measure(Appliance appliance) throws Exception {
        Vms vms = new Vms(appliance.admin());
        for (int i = 0; i < ROUNDS; i++) {
            edog(vms, "bench-" + i);
            bare(appliance, vms, i);
        }
        return List.of(create, bareCreate, start, bareStart, stop, bareStop);
    }

    private void edog(Vms vms, String name) throws Exception {
        String body = Vms.request(name).put("start", false).toString();
        Rest.Reply[] reply = new Rest.Reply[1];
        create.time(() -> {
            reply[0] = vms.rest().post("/vms", body).expect(202);
            vms.succeeds(reply[0]);
        });
        String id = reply[0].text("subject");
        start.time(() -> vms.act(id, "start", "{}"));
        stop.time(() -> vms.act(id, "stop", "{\"force\":true}"));
        vms.remove(id);
    }

    /** The demo VM's own domain under another name, on a linked clone of the same template. */
    private void bare(Appliance appliance, Vms vms, int i) throws Exception {
        String uri = appliance.endpoints().path("libvirtUri").asText();
        String demo = vms.get("demo").path("id").asText();
        String xml = run("virsh", "-c", uri, "dumpxml", "--inactive", demo).out();
        String disk = xml.replaceAll("(?s).*?<source file='([^']+)'.*", "$1");
        String template = run("qemu-img", "info", "-U", "--output=json", disk)
                .out()
                .replaceAll("(?s).*\"full-backing-filename\": \"([^\"]+)\".*", "$1");
        Path clone = appliance.data.resolve("bare-" + i + ".qcow2");
        bareCreate.time(
                () -> run("qemu-img", "create", "-q", "-f", "qcow2", "-F", "qcow2", "-b", template, clone.toString()));
        Path file = Files.writeString(appliance.data.resolve("bare.xml"), domain(xml, disk, clone, i));
        bareStart.time(() -> run("virsh", "-c", uri, "create", file.toString()));
        bareStop.time(() -> run("virsh", "-c", uri, "destroy", "bare-" + i));
        Files.delete(clone);
    }

    private static String domain(String xml, String disk, Path clone, int i) {
        return xml.replaceFirst("<name>[^<]*", "<name>bare-" + i)
                .replaceFirst("<uuid>[^<]*</uuid>", "")
                .replaceFirst("(?s)<metadata>.*</metadata>", "")
                .replaceAll("(?s)<log file=[^>]*>", "")
                .replace(disk, clone.toString());
    }

    private static Command.Result run(String... command) {
        return Command.run(LIMIT, Map.of(), List.of(command)).succeeded();
    }
}
