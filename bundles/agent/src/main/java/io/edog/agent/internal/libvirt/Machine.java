package io.edog.agent.internal.libvirt;

/**
 * What guests of this host run on.
 *
 * @param type libvirt's type of domain: {@code kvm} or {@code qemu}
 * @param pc whether it is a PC
 */
record Machine(String type, boolean pc) {
    static Machine of(String type) {
        return new Machine(type, System.getProperty("os.arch").equals("amd64"));
    }

    private boolean hardware() {
        return type.equals("kvm");
    }

    /** Features, processor and clock. */
    void features(Xml domain) {
        Xml features = domain.child("features");
        features.child("acpi");
        if (pc) {
            features.child("apic");
        }
        // an emulated processor with all that can be emulated: newer distributions refuse the default one
        domain.child("cpu").set("mode", hardware() ? "host-model" : "maximum");
        Xml clock = domain.child("clock").set("offset", "utc");
        if (pc) {
            // it costs an idle guest a tenth of a processor
            clock.child("timer").set("name", "hpet").set("present", "no");
        }
    }

    /** Devices that every guest has. */
    void devices(Xml devices) {
        devices.child("memballoon").set("model", "virtio");
        if (pc) {
            devices.child("panic").set("model", "isa");
        }
    }
}
