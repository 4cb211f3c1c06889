package io.edog.appctl.plan;

import io.edog.appctl.Refusal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads hosts as callers write them, and refuses what can't be one. */
public final class Addresses {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern HOST_NAME = Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 = Pattern.compile(
            "((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Addresses() {}

    /** A list of hosts, none twice. */
    public static List<Wanted> parse(List<String> words) {
        List<Wanted> hosts = words.stream().map(Addresses::parse).toList();
        for (int i = 0; i < hosts.size(); i++) {
            for (Wanted earlier : hosts.subList(0, i)) {
                refuseTwice(earlier, hosts.get(i));
            }
        }
        return hosts;
    }

    /** Whether a node may have this name. */
    public static boolean isName(String word) {
        return NAME.matcher(word).matches();
    }

    private static Wanted parse(String word) {
        int equals = word.indexOf('=');
        if (equals < 0) {
            return new Wanted(Optional.empty(), address(word));
        }
        String name = word.substring(0, equals);
        if (!isName(name)) {
            throw Refusal.usage(
                    "'" + name + "' can't be the name of a node",
                    "Names are at most 63 small letters, digits and hyphens, such as node-1.");
        }
        return new Wanted(Optional.of(name), address(word.substring(equals + 1)));
    }

    private static String address(String word) {
        boolean numeric = DIGITS_AND_DOTS.matcher(word).matches();
        if (IPV6.matcher(word).matches()) {
            throw Refusal.usage(
                    "'" + word + "' is an IPv6 address, and voters can't have one yet",
                    "Give the host's IPv4 address, or a name that has one.");
        }
        boolean valid = IPV4.matcher(word).matches()
                || (!numeric && HOST_NAME.matcher(word).matches());
        if (!valid) {
            throw Refusal.usage(
                    "'" + word + "' is no address", "Give an address such as 10.0.0.1, or the name of a host.");
        }
        InetAddress found = resolve(word);
        if (found.isAnyLocalAddress() || found.isMulticastAddress() || word.equals("255.255.255.255")) {
            throw Refusal.usage("'" + word + "' is not the address of one host", "Give the host's own address.");
        }
        return word;
    }

    private static InetAddress resolve(String word) {
        try {
            return InetAddress.getByName(word);
        } catch (UnknownHostException e) {
            throw Refusal.usage(
                    "the name '" + word + "' is not known here",
                    "Give its address, or enter the name into DNS or /etc/hosts, on all nodes too.");
        }
    }

    private static void refuseTwice(Wanted one, Wanted other) {
        boolean sameName = one.name().isPresent() && one.name().equals(other.name());
        if (sameName || Aliases.same(one.address(), other.address())) {
            String what = sameName ? one.name().orElseThrow() : one.address();
            throw Refusal.usage("'" + what + "' is named twice", "Name each host once.");
        }
    }
}
