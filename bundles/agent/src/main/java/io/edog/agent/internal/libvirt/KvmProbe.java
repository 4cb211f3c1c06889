package io.edog.agent.internal.libvirt;

import io.edog.libvirt.LibvirtConnection;
import io.edog.libvirt.LibvirtFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tries kvm with a guest that powers itself off: a device that opens, or capabilities that list it, prove little where
 * this host is a guest itself.
 */
final class KvmProbe {
    private static final int VIR_DOMAIN_START_AUTODESTROY = 2;
    private static final int SECTOR = 512;

    /** Writes "off" to the power management port that QEMU's PC has: mov dx,0x604; mov ax,0x2000; out dx,ax; cli; hlt. */
    private static final byte[] POWER_OFF = {
        (byte) 0xba, 0x04, 0x06, (byte) 0xb8, 0x00, 0x20, (byte) 0xef, (byte) 0xfa, (byte) 0xf4
    };

    private final String uri;
    private final Path scratchDir;
    private final Duration limit;

    KvmProbe(String uri, Path scratchDir, Duration limit) {
        this.uri = uri;
        this.scratchDir = scratchDir;
        this.limit = limit;
    }

    /** Why kvm can't be used; empty if it can. */
    Optional<String> unusable() throws LibvirtFailure {
        // a connection of its own: what the daemon has to find out for this must not hold up anything else
        LibvirtConnection connection = LibvirtConnection.open(uri);
        try {
            connection.domainCapabilities("kvm");
            return Machine.of("kvm").pc() ? tryGuest(connection) : Optional.empty();
        } catch (LibvirtFailure e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } finally {
            connection.close();
        }
    }

    private Optional<String> tryGuest(LibvirtConnection connection) throws LibvirtFailure {
        String uuid = UUID.randomUUID().toString();
        CompletableFuture<Boolean> off = new CompletableFuture<>();
        connection.onLifecycle((domain, event, detail) -> {
            if (domain.equals(uuid) && LibvirtStates.kind(event, detail).end()) {
                off.complete(true);
            }
        });
        connection.create(guest(uuid), VIR_DOMAIN_START_AUTODESTROY);
        if (await(off)) {
            return Optional.empty();
        }
        destroy(connection, uuid);
        return Optional.of("a test guest that powers itself off did not within " + limit.toMillis() + " ms");
    }

    private static void destroy(LibvirtConnection connection, String uuid) throws LibvirtFailure {
        try {
            connection.destroy(uuid, false);
        } catch (LibvirtFailure e) {
            if (!e.noDomain()) {
                throw e;
            }
        }
    }

    private boolean await(CompletableFuture<Boolean> off) {
        try {
            return off.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String guest(String uuid) {
        Machine machine = Machine.of("kvm");
        Xml domain = Xml.root("domain").set("type", machine.type());
        domain.text("name", DomainXml.NAME_PREFIX + "probe-" + uuid).text("uuid", uuid);
        domain.child("memory").set("unit", "MiB").element().setTextContent("16");
        domain.child("os").text("type", "hvm");
        domain.child("features").child("acpi");
        Xml devices = domain.child("devices");
        devices.child("controller").set("type", "usb").set("model", "none");
        devices.child("memballoon").set("model", "none");
        Xml disk = devices.child("disk").set("type", "file").set("device", "disk");
        disk.child("driver").set("name", "qemu").set("type", "raw");
        disk.child("source").set("file", disk());
        disk.child("target").set("dev", "hda").set("bus", "ide");
        return domain.toString();
    }

    private Path disk() {
        byte[] sector = new byte[SECTOR];
        System.arraycopy(POWER_OFF, 0, sector, 0, POWER_OFF.length);
        sector[SECTOR - 2] = 0x55;
        sector[SECTOR - 1] = (byte) 0xaa;
        try {
            Files.createDirectories(scratchDir);
            return Files.write(scratchDir.resolve("kvm-probe.img"), sector);
        } catch (IOException e) {
            throw new IllegalStateException("can't write the test guest's disk: " + e.getMessage(), e);
        }
    }
}
