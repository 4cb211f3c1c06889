package io.edog.appctl.inventory;

import io.edog.appctl.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What lets one host into a cluster: its settings and keys in one line of text. Who has it can be that host, so it is handed over
 * as a key is.
 *
 * @param expiresAt seconds of the epoch after which nobody joins with it
 * @param files by their paths in {@code /etc/edog}
 */
public record Token(String cluster, String node, long expiresAt, Map<String, String> files) {
    private static final List<String> PATHS = List.of("node.env", "tls/ca.pem", "tls/node.pem", "tls/secret");

    /** Of a node whose files are in a directory. */
    public static Token of(String cluster, String node, long expiresAt, Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String path : PATHS) {
            files.put(
                    path,
                    PrivateFiles.read(directory.resolve(path))
                            .orElseThrow(() -> new IOException(path + " is missing")));
        }
        return new Token(cluster, node, expiresAt, files);
    }

    /** Reads the line. */
    public static Token parse(String line) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(line.strip());
            Token token = Json.read(new String(json, StandardCharsets.UTF_8), Token.class);
            if (!token.files().keySet().equals(Set.copyOf(PATHS))) {
                throw new IOException("its files are not those of a node");
            }
            return token;
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.usage("this is no token", "Take the whole line that 'agent token' printed.");
        }
    }

    /** One line. */
    public String line() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(this).getBytes(StandardCharsets.UTF_8));
    }

    /** Without its keys: it must not come into a log. */
    @Override
    public String toString() {
        return "token of " + node;
    }
}
