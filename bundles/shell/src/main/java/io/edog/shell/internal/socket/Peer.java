package io.edog.shell.internal.socket;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** Who is at the other end of a unix domain socket, by the kernel's word. */
final class Peer {

    private static final String ROOT = "root";

    private Peer() {}

    /**
     * Name of the operating system's user.
     *
     * @throws IOException if it is neither root nor the user this process runs as
     */
    static String user(SocketChannel channel) throws IOException {
        String user =
                channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        if (!user.equals(ROOT) && !user.equals(System.getProperty("user.name"))) {
            throw new IOException("the user " + user + " may not use the local shell");
        }
        return user;
    }
}
