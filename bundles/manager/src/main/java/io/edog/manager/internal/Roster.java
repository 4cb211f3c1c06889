package io.edog.manager.internal;

import io.edog.api.journal.Index;
import io.edog.api.member.Member;
import io.edog.api.member.Members;
import io.edog.api.service.ManagerStatus;
import io.edog.api.service.ManagerStatus.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who the managers are, and what this one tells of itself. {@link #tell} is the loop's; the rest is thread-safe. */
final class Roster {
    private static final Duration TELL_PAUSE = Duration.ofSeconds(1);

    private final Ports ports;
    private final Supplier<Member> self;
    private Optional<Member> told = Optional.empty();
    private Instant toldAt = Instant.MIN;

    /** @param self what this manager is to tell of itself */
    Roster(Ports ports, Supplier<Member> self) {
        this.ports = ports;
        this.self = self;
    }

    /** The leader, if it is another manager and known. */
    Optional<Member> leader() {
        return ports.leadership()
                .leader()
                .filter(name -> !name.equals(node()))
                .flatMap(name ->
                        others().filter(member -> member.node().equals(name)).findFirst());
    }

    /** The other managers, live or not. */
    Stream<Member> others() {
        return ports.neighbours().members().stream()
                .flatMap(members -> members.all().stream())
                .filter(member -> !member.node().equals(node()));
    }

    /** What all managers told of themselves, by name, this one included. */
    List<Member> members() {
        return Stream.concat(others(), Stream.of(self.get()))
                .sorted(Comparator.comparing(Member::node))
                .toList();
    }

    /** Where all managers stand, by name, this one included. */
    List<ManagerStatus> all() {
        List<Member> all = members();
        long newest = all.stream()
                .filter(Member::live)
                .mapToLong(member -> member.mark().index().value())
                .max()
                .orElse(0);
        Optional<String> leader = ports.leadership().leader();
        return all.stream().map(member -> status(member, leader, newest)).toList();
    }

    /** Tells the others, when something changed and the last word is a second old; at once when the standing changed. */
    void tell() {
        Optional<Members> members = ports.neighbours().members();
        if (members.isEmpty()) {
            return;
        }
        Member word = self.get();
        Instant now = ports.steady().instant();
        boolean news = told.map(before -> !same(before, word)).orElse(true);
        boolean turned =
                told.map(before -> before.standing() != word.standing()).orElse(true);
        if (turned || (news && !now.isBefore(toldAt.plus(TELL_PAUSE)))) {
            members.get().tell(word);
            told = Optional.of(word);
            toldAt = now;
        }
    }

    private static boolean same(Member a, Member b) {
        return a.withAt(b.at()).equals(b);
    }

    private static ManagerStatus status(Member member, Optional<String> leader, long newest) {
        Index index = member.mark().index();
        return new ManagerStatus(
                member.node(),
                role(member, leader),
                member.live(),
                member.api(),
                member.version(),
                index,
                Math.max(0, newest - index.value()),
                member.reason());
    }

    private static Role role(Member member, Optional<String> leader) {
        if (!member.live()) {
            return Role.AWAY;
        }
        return switch (member.standing()) {
            case OUT_OF_SERVICE -> Role.OUT_OF_SERVICE;
            case CATCHING_UP -> Role.CATCHING_UP;
            case SERVING -> leader.equals(Optional.of(member.node())) ? Role.LEADER : Role.FOLLOWER;
        };
    }

    private String node() {
        return ports.leadership().node();
    }
}
