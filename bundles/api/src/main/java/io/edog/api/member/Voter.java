package io.edog.api.member;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of ZooKeeper's servers.
 *
 * @param id its number, 1 to 255, never given to another
 * @param host at which the other servers reach it
 * @param peerPort where the servers follow their leader
 * @param electionPort where they elect it
 * @param client {@code host:port} for clients; empty if that is not known
 */
public record Voter(int id, String host, int peerPort, int electionPort, String client, VoterRole role) {
    private static final int MOST_ID = 255;
    private static final int MOST_PORT = 65_535;
    private static final Pattern SPEC =
            Pattern.compile("([0-9]{1,3})=([A-Za-z0-9.-]+):([0-9]{1,5}):([0-9]{1,5}):([0-9]{1,5})");

    public Voter {
        if (id < 1 || id > MOST_ID) {
            throw new IllegalArgumentException("the number of a voter is 1 to " + MOST_ID + ", not " + id);
        }
        check(peerPort);
        check(electionPort);
    }

    private static void check(int port) {
        if (port < 1 || port > MOST_PORT) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /**
     * Reads {@code ID=HOST:PEERPORT:ELECTIONPORT:CLIENTPORT}, as it stands in a node's EDOG_ZK_FOUNDERS.
     *
     * @throws IllegalArgumentException if it is not that
     */
    public static Voter of(String spec) {
        Matcher parts = SPEC.matcher(spec.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not ID=HOST:PEERPORT:ELECTIONPORT:CLIENTPORT: " + spec);
        }
        int clientPort = Integer.parseInt(parts.group(5));
        check(clientPort);
        return new Voter(
                Integer.parseInt(parts.group(1)),
                parts.group(2),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                parts.group(2) + ":" + clientPort,
                VoterRole.PARTICIPANT);
    }
}
