package io.edog.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Linux's process descriptors: a descriptor of a process becomes readable when it ends, whoever its parent is. */
public final class ProcessFds {
    private static final int POLLFD_BYTES = 8;
    private static final int REVENTS_OFFSET = 6;
    private static final short POLLIN = 1;

    private ProcessFds() {}

    /** A descriptor of a process, to be closed; empty if there is no such process or the kernel has no such call. */
    public static OptionalInt open(long pid) {
        int descriptor = NativeLibc.LIBRARY
                .syscall(new NativeLong(NativeLibc.PIDFD_OPEN), new NativeLong(pid), new NativeLong(0))
                .intValue();
        return descriptor < 0 ? OptionalInt.empty() : OptionalInt.of(descriptor);
    }

    /** Waits until one of the processes has ended, at most {@code limitMs}; the descriptors of those that have. */
    public static List<Integer> awaitEnd(List<Integer> descriptors, int limitMs) {
        List<Integer> ended = new ArrayList<>();
        try (Memory array = new Memory((long) POLLFD_BYTES * Math.max(1, descriptors.size()))) {
            array.clear();
            for (int i = 0; i < descriptors.size(); i++) {
                array.setInt((long) i * POLLFD_BYTES, descriptors.get(i));
                array.setShort((long) i * POLLFD_BYTES + 4, POLLIN);
            }
            NativeLibc.LIBRARY.poll(array, new NativeLong(descriptors.size()), limitMs);
            for (int i = 0; i < descriptors.size(); i++) {
                if (array.getShort((long) i * POLLFD_BYTES + REVENTS_OFFSET) != 0) {
                    ended.add(descriptors.get(i));
                }
            }
        }
        return ended;
    }

    /** Gives a descriptor back. */
    public static void close(int descriptor) {
        NativeLibc.LIBRARY.close(descriptor);
    }
}
