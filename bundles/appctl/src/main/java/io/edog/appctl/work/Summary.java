package io.edog.appctl.work;

import io.edog.appctl.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of all hosts.
 *
 * @param command what was done, in the caller's words
 */
public record Summary(String command, boolean ok, List<HostReport> hosts) {

    public static Summary of(String command, List<HostReport> hosts) {
        return new Summary(command, hosts.stream().allMatch(HostReport::good), hosts);
    }

    /** 0 if all is well; 1 if anything failed; 3 or 4 if hosts only could not be reached or took too long. */
    public int exitCode() {
        Map<Outcome.Kind, Integer> kinds = new TreeMap<>();
        hosts.forEach(host -> kinds.merge(host.result(), 1, Integer::sum));
        for (Outcome.Kind worst :
                List.of(Outcome.Kind.FAILED, Outcome.Kind.UNREACHABLE, Outcome.Kind.TIMED_OUT, Outcome.Kind.SKIPPED)) {
            if (kinds.containsKey(worst)) {
                return worst == Outcome.Kind.SKIPPED ? ExitCode.FAILED : worst.code();
            }
        }
        return ExitCode.OK;
    }

    /** A table of hosts, then what helps. */
    public String text() {
        Table table = new Table("host", "address", "result", "time", "");
        hosts.forEach(host ->
                table.row(host.host(), host.address(), host.result().word(), host.seconds() + " s", host.detail()));
        StringBuilder text = new StringBuilder(table.text());
        hosts.stream()
                .filter(host -> !host.cure().isEmpty())
                .forEach(host -> text.append(host.host())
                        .append(": ")
                        .append(host.cure())
                        .append('\n'));
        long good = hosts.stream().filter(HostReport::good).count();
        return text.append(command)
                .append(": ")
                .append(good)
                .append(" of ")
                .append(hosts.size())
                .append(" done\n")
                .toString();
    }
}
