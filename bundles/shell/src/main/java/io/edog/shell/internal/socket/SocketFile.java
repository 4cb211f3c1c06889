package io.edog.shell.internal.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The socket's file: for nobody but its owner, and replaced when nobody listens at it any more. */
final class SocketFile {

    private SocketFile() {}

    /**
     * Listens at a path.
     *
     * @throws IOException if somebody else does, or the path can't be used
     */
    static ServerSocketChannel listen(Path path) throws IOException {
        prepare(path);
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            socket.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The directory is closed to others before the socket is there: its own mode comes a moment later. */
    private static void prepare(Path path) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException("not the path of a file: " + path);
        }
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        if (Files.exists(path)) {
            if (answers(path)) {
                throw new IOException("another process listens at " + path);
            }
            Files.delete(path);
        }
    }

    private static boolean answers(Path path) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
