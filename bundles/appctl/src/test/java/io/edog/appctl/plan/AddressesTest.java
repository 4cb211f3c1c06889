package io.edog.appctl.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @Test
    void addressesAndNamesAreTaken() {
        assertThat(Addresses.parse(List.of("10.0.0.1", "b=10.0.0.2", "localhost")))
                .containsExactly(
                        new Wanted(Optional.empty(), "10.0.0.1"),
                        new Wanted(Optional.of("b"), "10.0.0.2"),
                        new Wanted(Optional.empty(), "localhost"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.256",
                "10.0.0",
                "10.0.0.1.2",
                "1",
                "",
                "a b",
                "10.0.0.1/24",
                "-oProxyCommand=x",
                "$(id)",
                "A=10.0.0.1",
                "=10.0.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "2001:db8::1",
                "no-such-host.invalid",
                "10.0.0.1:22",
                "x=y=z"
            })
    void whatIsNoAddressIsAMistakeOfTheCaller(String word) {
        assertThatThrownBy(() -> Addresses.parse(List.of(word))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ExitCode.USAGE);
            assertThat(refusal.cure()).isNotBlank();
        });
    }

    @Test
    void noHostIsNamedTwice() {
        assertThatThrownBy(() -> Addresses.parse(List.of("10.0.0.1", "10.0.0.1")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Addresses.parse(List.of("a=10.0.0.1", "a=10.0.0.2")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Addresses.parse(List.of("127.0.0.1", "localhost")))
                .as("one host, called in two ways")
                .hasMessageContaining("twice");
    }

    @Test
    void aHostHasOneAddressInBothLists() {
        assertThat(Aliases.like(
                        Addresses.parse(List.of("a=127.0.0.1")), Addresses.parse(List.of("localhost", "10.0.0.2"))))
                .containsExactly(new Wanted(Optional.empty(), "127.0.0.1"), new Wanted(Optional.empty(), "10.0.0.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "10.0.0.1", "", "a b"})
    void severalManagersListenAtNoAddressOfOne(String word) {
        assertThatThrownBy(() -> ListenAddress.check(word, 2))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ExitCode.USAGE));
        assertThat(ListenAddress.check("0.0.0.0", 2)).isEqualTo("0.0.0.0");
        assertThat(ListenAddress.check("10.0.0.1", 1)).isEqualTo("10.0.0.1");
    }
}
