package io.edog.agent.internal.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainSpec;
import io.edog.api.hypervisor.DomainSpec.DiskFile;
import io.edog.api.model.DiskBus;
import io.edog.api.model.Nic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class DomainXmlTest {
    private static final DomainKey KEY = new DomainKey("6a0b0a3e-1111-4000-8000-000000000001", 7);

    private final DomainXml xml = new DomainXml(new Machine("kvm", true), Path.of("/console"), new DirectIo());

    @Test
    void hasWhatAGuestNeeds() {
        Element domain = parse(spec("demo", List.of(disk(DiskBus.VIRTIO)), List.of(nic())));

        assertThat(domain.getAttribute("type")).isEqualTo("kvm");
        assertThat(text(domain, "name")).isEqualTo("edog-demo-6a0b0a3e");
        assertThat(text(domain, "uuid")).isEqualTo(KEY.vm());
        assertThat(text(domain, "memory")).isEqualTo("64");
        assertThat(text(domain, "on_poweroff")).isEqualTo("destroy");
        assertThat(text(domain, "on_reboot")).isEqualTo("restart");
        assertThat(text(domain, "on_crash")).isEqualTo("destroy");
        assertThat(attribute(domain, "driver", "error_policy")).isEqualTo("stop");
        assertThat(attribute(domain, "log", "file")).isEqualTo("/console/demo.log");
        assertThat(attribute(domain, "interface", "type")).isEqualTo("bridge");
    }

    @Test
    void saysWhoseItIs() {
        Element domain = parse(spec("demo", List.of(), List.of()));
        Element ours = (Element)
                domain.getElementsByTagNameNS(Metadata.NAMESPACE, "domain").item(0);

        assertThat(ours.getAttribute("run")).isEqualTo("7");
        assertThat(ours.getAttribute("boot")).isEqualTo("boot");
        assertThat(ours.getAttribute("operation")).isEqualTo("task");
    }

    @Test
    void nothingInANameOrPathBecomesMarkup() {
        DomainSpec spec =
                spec("a<b>&\"c'/../d", List.of(new DiskFile("/p/<&\">.qcow2", "qcow2", DiskBus.SATA)), List.of());
        Element domain = parse(spec);

        assertThat(text(domain, "name")).isEqualTo("edog-a_b___c__.._d-6a0b0a3e");
        assertThat(attribute(domain, "source", "file")).isEqualTo("/p/<&\">.qcow2");
        assertThat(attribute(domain, "log", "file")).isEqualTo("/console/a_b___c__.._d.log");
    }

    @Test
    void aLongNameIsCut() {
        assertThat(DomainXml.name(KEY, "x".repeat(300))).hasSize(54);
    }

    @Test
    void disksAreNamedByTheirBusAndBootInOrder() {
        List<DiskFile> disks = List.of(
                disk(DiskBus.VIRTIO), disk(DiskBus.SATA), disk(DiskBus.SCSI), disk(DiskBus.IDE), disk(DiskBus.VIRTIO));
        Element domain = parse(spec("demo", disks, List.of()));

        assertThat(targets(domain)).containsExactly("vda", "sda", "sdb", "hda", "vdb");
        assertThat(attribute(domain, "boot", "order")).isEqualTo("1");
        assertThat(text(domain, "vcpu")).isEqualTo("2");
    }

    @Test
    void thereAreNamesForManyDisks() {
        List<DiskFile> disks =
                IntStream.range(0, 28).mapToObj(i -> disk(DiskBus.VIRTIO)).toList();

        assertThat(targets(parse(spec("demo", disks, List.of())))).contains("vdz", "vdaa", "vdab");
    }

    @Test
    void aDiskThatCanNotBeUsedDirectlyIsUsedThroughTheCache() {
        Element domain = parse(spec("demo", List.of(new DiskFile("/proc/version", "raw", DiskBus.IDE)), List.of()));

        assertThat(attribute(domain, "driver", "cache")).isEqualTo("writeback");
    }

    @Test
    void metadataIsReadBack() {
        Metadata metadata = new Metadata(KEY, "boot", "task <&> 1");
        Xml element = Xml.root("x").child(Metadata.NAMESPACE, Metadata.ELEMENT);
        metadata.writeTo(element.element());

        Element written = (Element) Xml.parse(element.toString()).orElseThrow().getFirstChild();
        assertThat(written.getAttribute("operation")).isEqualTo("task <&> 1");
        assertThat(Metadata.parse("<domain vm='v' run='3' boot='b' operation='o'/>"))
                .hasValue(new Metadata(new DomainKey("v", 3), "b", "o"));
        assertThat(Metadata.parse("<domain run='many'/>")).isEqualTo(Optional.empty());
        assertThat(Metadata.parse("not xml")).isEqualTo(Optional.empty());
    }

    private Element parse(DomainSpec spec) {
        return Xml.parse(xml.of(spec)).orElseThrow();
    }

    private static DomainSpec spec(String name, List<DiskFile> disks, List<Nic> nics) {
        return new DomainSpec(KEY, "boot", "task", name, 2, 64, disks, nics);
    }

    private static DiskFile disk(DiskBus bus) {
        return new DiskFile("/pool/disk.qcow2", "qcow2", bus);
    }

    private static Nic nic() {
        return new Nic("br0", "52:54:00:00:00:01", "virtio");
    }

    private static String text(Element domain, String name) {
        return domain.getElementsByTagName(name).item(0).getTextContent();
    }

    private static String attribute(Element domain, String name, String attribute) {
        return ((Element) domain.getElementsByTagName(name).item(0)).getAttribute(attribute);
    }

    private static List<String> targets(Element domain) {
        var disks = domain.getElementsByTagName("disk");
        return IntStream.range(0, disks.getLength())
                .mapToObj(i -> attribute((Element) disks.item(i), "target", "dev"))
                .toList();
    }
}
