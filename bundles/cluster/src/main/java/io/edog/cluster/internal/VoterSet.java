package io.edog.cluster.internal;

import io.edog.api.member.Voter;
import io.edog.api.member.VoterRole;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * ZooKeeper's servers as its own configuration has them.
 *
 * @param version of the configuration; a change names the one it changes
 * @param plain whether clients are served without TLS; then the configuration says where
 */
record VoterSet(long version, List<Voter> voters, boolean plain) {
    private static final Pattern SERVER = Pattern.compile(
            "server\\.([0-9]+)=([^:;]+):([0-9]+):([0-9]+)(?::(participant|observer))?(?:;(?:([^:;]+):)?([0-9]+))?");
    private static final Pattern VERSION = Pattern.compile("version=([0-9a-f]+)");

    /** Reads the data of {@code /zookeeper/config}. */
    static VoterSet of(byte[] data) {
        List<String> lines = new String(data, StandardCharsets.UTF_8).lines().toList();
        List<Matcher> servers =
                lines.stream().map(SERVER::matcher).filter(Matcher::matches).toList();
        long version = lines.stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .mapToLong(line -> Long.parseUnsignedLong(line.group(1), 16))
                .findFirst()
                .orElse(0);
        List<Voter> voters = servers.stream()
                .map(VoterSet::voter)
                .sorted(Comparator.comparingInt(Voter::id))
                .toList();
        return new VoterSet(version, voters, servers.stream().anyMatch(line -> line.group(7) != null));
    }

    private static Voter voter(Matcher line) {
        Optional<String> clientHost = Optional.ofNullable(line.group(6)).filter(host -> !host.equals("0.0.0.0"));
        String client = line.group(7) == null ? "" : clientHost.orElse(line.group(2)) + ":" + line.group(7);
        return new Voter(
                Integer.parseInt(line.group(1)),
                line.group(2),
                Integer.parseInt(line.group(3)),
                Integer.parseInt(line.group(4)),
                client,
                "observer".equals(line.group(5)) ? VoterRole.OBSERVER : VoterRole.PARTICIPANT);
    }

    Optional<Voter> voter(int id) {
        return voters.stream().filter(voter -> voter.id() == id).findFirst();
    }

    VoterSet with(Voter voter) {
        Voter mine = new Voter(
                voter.id(),
                voter.host(),
                voter.peerPort(),
                voter.electionPort(),
                plain ? voter.client() : "",
                voter.role());
        Stream<Voter> others = without(voter.id()).voters().stream();
        List<Voter> all = Stream.concat(others, Stream.of(mine))
                .sorted(Comparator.comparingInt(Voter::id))
                .toList();
        return new VoterSet(version, all, plain);
    }

    VoterSet without(int id) {
        return new VoterSet(
                version, voters.stream().filter(voter -> voter.id() != id).toList(), plain);
    }

    /** As a reconfiguration names them. */
    String members() {
        return voters.stream().map(this::line).collect(Collectors.joining(","));
    }

    private String line(Voter voter) {
        String role = voter.role().name().toLowerCase(Locale.ROOT);
        return "server." + voter.id() + "=" + voter.host() + ":" + voter.peerPort() + ":" + voter.electionPort() + ":"
                + role + (plain ? ";" + voter.client() : "");
    }

    /**
     * Where clients find them. Over TLS the configuration does not say it: then it is what was noted of a server when it was taken in,
     * or else what this node was configured with, or at last the port that is known of others.
     *
     * @param noted what was noted, by number
     * @param configured host:port, separated by commas
     */
    String connect(Map<Integer, String> noted, String configured) {
        List<String> known = Arrays.asList(configured.split(",", -1));
        return voters.stream()
                .flatMap(voter -> clients(voter, Optional.ofNullable(noted.get(voter.id())), known))
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static Stream<String> clients(Voter voter, Optional<String> noted, List<String> known) {
        if (!voter.client().isEmpty() || noted.isPresent()) {
            return Stream.of(noted.orElse(voter.client()));
        }
        List<String> same = known.stream()
                .filter(address -> address.startsWith(voter.host() + ":"))
                .toList();
        return same.isEmpty()
                ? Stream.of(voter.host() + known.get(0).substring(known.get(0).lastIndexOf(':')))
                : same.stream();
    }
}
