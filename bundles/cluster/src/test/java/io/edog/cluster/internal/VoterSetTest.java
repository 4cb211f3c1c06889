package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.member.Voter;
import io.edog.api.member.VoterRole;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoterSetTest {
    private static final String SECURE = """
            server.1=10.0.0.1:2888:3888:participant
            server.2=10.0.0.2:2888:3888:observer
            version=10000000a""";
    private static final String PLAIN = """
            server.1=127.0.0.1:2888:3888:participant;127.0.0.1:2281
            server.2=127.0.0.1:2889:3889:participant;0.0.0.0:2282
            version=0""";

    private static VoterSet of(String config) {
        return VoterSet.of(config.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itIsReadAndWrittenAsZooKeeperDoes() {
        VoterSet secure = of(SECURE);
        assertThat(secure.version()).isEqualTo(0x10000000aL);
        assertThat(secure.voters())
                .containsExactly(
                        new Voter(1, "10.0.0.1", 2888, 3888, "", VoterRole.PARTICIPANT),
                        new Voter(2, "10.0.0.2", 2888, 3888, "", VoterRole.OBSERVER));
        assertThat(secure.members())
                .isEqualTo("server.1=10.0.0.1:2888:3888:participant,server.2=10.0.0.2:2888:3888:observer");
        assertThat(of(PLAIN).members())
                .isEqualTo("server.1=127.0.0.1:2888:3888:participant;127.0.0.1:2281,"
                        + "server.2=127.0.0.1:2889:3889:participant;127.0.0.1:2282");
    }

    @Test
    void oneIsAddedAndRemovedOnce() {
        Voter third = Voter.of("3=10.0.0.3:2888:3888:2281");
        VoterSet before = of(SECURE);
        VoterSet after = before.with(third).with(third);
        assertThat(after.voters()).hasSize(3);
        assertThat(after.members()).endsWith(",server.3=10.0.0.3:2888:3888:participant");
        assertThat(after).isEqualTo(before.with(third));
        assertThat(after.without(3).without(3)).isEqualTo(before);
    }

    @Test
    void clientsFindThemWhereItIsNotedOrConfiguredOrAsTheOthers() {
        assertThat(of(SECURE).connect(Map.of(), "10.0.0.1:2281")).isEqualTo("10.0.0.1:2281,10.0.0.2:2281");
        assertThat(of(SECURE).connect(Map.of(2, "10.0.0.2:9"), "10.0.0.1:2281")).isEqualTo("10.0.0.1:2281,10.0.0.2:9");
        assertThat(of(PLAIN).connect(Map.of(), "127.0.0.1:7")).isEqualTo("127.0.0.1:2281,127.0.0.1:2282");
    }
}
