package io.edog.appctl.plan;

import io.edog.appctl.Refusal;
import io.edog.appctl.inventory.Node;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Gives each host a name that no other has: the one asked for, or the host's own, or one made of its address. */
final class Names {
    private final Map<String, String> ownNames;
    private final Set<String> taken = new TreeSet<>();

    /** @param ownNames what hosts call themselves, by address, as far as they could be asked */
    Names(Collection<Node> present, Map<String, String> ownNames) {
        this.ownNames = Map.copyOf(ownNames);
        present.forEach(node -> taken.add(node.name()));
    }

    String take(Wanted wanted) {
        String name = wanted.name().orElseGet(() -> proposed(wanted.address()));
        if (!taken.add(name)) {
            throw Refusal.usage(
                    "the name '" + name + "' is another node's", "Give this one its own: NAME=" + wanted.address());
        }
        return name;
    }

    private String proposed(String address) {
        return Optional.ofNullable(ownNames.get(address))
                .map(Names::firstLabel)
                .or(() -> Optional.of(address).filter(this::isName).map(Names::firstLabel))
                .filter(Addresses::isName)
                .filter(Predicate.not("localhost"::equals))
                .filter(Predicate.not(taken::contains))
                .orElseGet(() -> "node-" + address.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }

    private boolean isName(String address) {
        return address.chars().anyMatch(Character::isLetter) && !address.contains(":");
    }

    private static String firstLabel(String hostName) {
        int dot = hostName.indexOf('.');
        return (dot < 0 ? hostName : hostName.substring(0, dot)).toLowerCase(Locale.ROOT);
    }
}
