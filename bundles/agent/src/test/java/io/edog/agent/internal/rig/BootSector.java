package io.edog.agent.internal.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Guests of one disk sector, for QEMU's PC: they live by their BIOS and need 16 MiB. */
public enum BootSector {
    /** Stops its processor and heeds nothing: cli; hlt. */
    IDLE("fa f4"),
    /** Powers itself off: mov dx,604; mov ax,2000; out dx,ax; cli; hlt. */
    QUITS("ba 04 06 b8 00 20 ef fa f4"),
    /**
     * Powers itself off when its power button is pressed: enables the button's event (port 602), waits for its bit (port
     * 600), and writes "off" (port 604).
     */
    POLITE("fa ba 02 06 b8 00 01 ef ba 00 06 ed f6 c4 01 74 fa ba 04 06 b8 00 20 ef fa f4");

    private static final int SECTOR = 512;

    private final String code;

    BootSector(String code) {
        this.code = code;
    }

    /** Its disk, as a raw file of a megabyte. */
    public Path write(Path directory) {
        byte[] disk = new byte[1024 * 1024];
        byte[] sector = HexFormat.ofDelimiter(" ").parseHex(code);
        System.arraycopy(sector, 0, disk, 0, sector.length);
        disk[SECTOR - 2] = 0x55;
        disk[SECTOR - 1] = (byte) 0xaa;
        try {
            return Files.write(directory.resolve(name() + ".img"), disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
