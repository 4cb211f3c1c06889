package io.edog.sim.world;

import io.edog.api.journal.Subscription;
import io.edog.api.member.Member;
import io.edog.api.member.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The list of managers as one of them sees it: what reaches it, when it reaches it. */
final class SimMembers implements Members {
    private static final long MILLI = 1_000_000;

    private final World world;
    private final Machine machine;
    private final Map<String, Member> seen = new TreeMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<Member> word = Optional.empty();

    SimMembers(World world, Machine machine) {
        this.world = world;
        this.machine = machine;
        machine.client().onState(state -> read());
        read();
    }

    /** What there is to know is read, and told, with each connection. */
    private void read() {
        world.board.forEach((node, member) -> learn(member));
        word.ifPresent(this::show);
    }

    @Override
    public void tell(Member self) {
        word = Optional.of(self);
        show(self);
    }

    private void show(Member self) {
        if (machine.client().connected()) {
            machine.deliver(
                    world.scheduler.now() + world.dice.skewed(MILLI, 300 * MILLI),
                    () -> world.tellMember(machine, self));
        }
    }

    /** A word, or a sign of life or death, of a manager reaches this one some time later. */
    void learn(Member member) {
        if (machine.client().connected()) {
            long late = world.dice.skewed(MILLI, 1_000 * MILLI);
            machine.deliver(world.scheduler.now() + late, () -> {
                Member newest = world.board.getOrDefault(member.node(), member);
                seen.put(member.node(), newest);
                List.copyOf(listeners).forEach(Runnable::run);
            });
        }
    }

    @Override
    public List<Member> all() {
        return List.copyOf(seen.values());
    }

    @Override
    public void remove(String node) {
        world.board.remove(node);
        seen.remove(node);
    }

    @Override
    public Subscription onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }
}
