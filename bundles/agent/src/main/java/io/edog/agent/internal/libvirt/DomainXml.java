package io.edog.agent.internal.libvirt;

import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainSpec;
import io.edog.api.hypervisor.DomainSpec.DiskFile;
import io.edog.api.model.DiskBus;
import io.edog.api.model.Nic;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** libvirt's description of a domain. */
final class DomainXml {
    /** All of edog's domains are named so; what libvirt calls a domain must be unique on its host. */
    static final String NAME_PREFIX = "edog-";

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
    private static final int NAME_LENGTH = 40;
    private static final int SHORT_ID = 8;

    private final Machine machine;
    private final Path consoleDir;
    private final DirectIo directIo;

    /**
     * What the domains of one host have in common.
     *
     * @param consoleDir where serial consoles are logged
     */
    DomainXml(Machine machine, Path consoleDir, DirectIo directIo) {
        this.machine = machine;
        this.consoleDir = consoleDir;
        this.directIo = directIo;
    }

    String of(DomainSpec spec) {
        Xml domain = Xml.root("domain").set("type", machine.type());
        domain.text("name", name(spec.key(), spec.name()))
                .text("uuid", spec.key().vm());
        Metadata.of(spec)
                .writeTo(domain.child("metadata")
                        .child(Metadata.NAMESPACE, Metadata.ELEMENT)
                        .element());
        domain.child("memory").set("unit", "MiB").element().setTextContent(Long.toString(spec.memoryMiB()));
        domain.text("vcpu", Integer.toString(spec.cpus()));
        domain.child("os").text("type", "hvm");
        machine.features(domain);
        domain.text("on_poweroff", "destroy").text("on_reboot", "restart").text("on_crash", "destroy");
        devices(domain.child("devices"), spec);
        return domain.toString();
    }

    static String name(DomainKey key, String vmName) {
        String safe = UNSAFE.matcher(vmName).replaceAll("_");
        String id = key.vm().substring(0, Math.min(SHORT_ID, key.vm().length()));
        return NAME_PREFIX + safe.substring(0, Math.min(NAME_LENGTH, safe.length())) + "-" + id;
    }

    private void devices(Xml devices, DomainSpec spec) {
        devices.child("controller").set("type", "usb").set("model", "none");
        if (spec.disks().stream().anyMatch(disk -> disk.bus() == DiskBus.SCSI)) {
            devices.child("controller").set("type", "scsi").set("model", "virtio-scsi");
        }
        disks(devices, spec);
        spec.nics().forEach(nic -> nic(devices, nic));
        console(devices, spec);
        machine.devices(devices);
    }

    private void disks(Xml devices, DomainSpec spec) {
        Map<DiskNames, Integer> used = new EnumMap<>(DiskNames.class);
        int order = 1;
        for (DiskFile file : spec.disks()) {
            Xml disk = devices.child("disk").set("type", "file").set("device", "disk");
            disk.child("driver")
                    .set("name", "qemu")
                    .set("type", file.format())
                    .set("cache", directIo.possible(Path.of(file.path())) ? "none" : "writeback")
                    .set("error_policy", "stop")
                    .set("rerror_policy", "stop")
                    .set("discard", "unmap");
            disk.child("source").set("file", file.path());
            DiskNames names = DiskNames.of(file.bus());
            disk.child("target")
                    .set("dev", names.name(used.merge(names, 1, Integer::sum) - 1))
                    .set("bus", file.bus().name().toLowerCase(Locale.ROOT));
            disk.child("boot").set("order", order++);
        }
    }

    private static void nic(Xml devices, Nic nic) {
        Xml card = devices.child("interface").set("type", "bridge");
        card.child("source").set("bridge", nic.bridge());
        card.child("mac").set("address", nic.mac());
        card.child("model").set("type", nic.model());
    }

    private void console(Xml devices, DomainSpec spec) {
        String file = UNSAFE.matcher(spec.name()).replaceAll("_") + ".log";
        Xml serial = devices.child("serial").set("type", "pty");
        serial.child("log").set("file", consoleDir.resolve(file)).set("append", "on");
        serial.child("target").set("port", 0);
        devices.child("console")
                .set("type", "pty")
                .child("target")
                .set("type", "serial")
                .set("port", 0);
    }

    /** How the guest's disks are called; buses that share names share the count. */
    private enum DiskNames {
        VD,
        SD,
        HD;

        private static final int LETTERS = 26;

        static DiskNames of(DiskBus bus) {
            return switch (bus) {
                case VIRTIO -> VD;
                case SATA, SCSI -> SD;
                case IDE -> HD;
            };
        }

        /** {@code vda} … {@code vdz}, {@code vdaa} … */
        String name(int number) {
            String letter = Character.toString((char) ('a' + number % LETTERS));
            String more = number < LETTERS ? "" : Character.toString((char) ('a' + number / LETTERS - 1));
            return name().toLowerCase(Locale.ROOT) + more + letter;
        }
    }
}
