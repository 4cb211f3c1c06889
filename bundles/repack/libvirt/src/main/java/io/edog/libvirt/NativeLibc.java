package io.edog.libvirt;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** The calls on the C library that Java has none for. */
interface NativeLibc extends Library {
    NativeLibc LIBRARY = Native.load("c", NativeLibc.class);

    /** Number of the system call pidfd_open, the same on every architecture. */
    long PIDFD_OPEN = 434;

    NativeLong syscall(NativeLong number, Object... arguments);

    int poll(Memory descriptors, NativeLong count, int timeoutMs);

    int close(int descriptor);
}
