package io.edog.appctl.work;

/**
 * What became of one host.
 *
 * @param seconds it took
 */
public record HostReport(String host, String address, Outcome.Kind result, String detail, String cure, double seconds) {

    /** Of a host that something became of. */
    public static HostReport of(Target target, Outcome outcome, long nanos) {
        double seconds = Math.round(nanos / 1e8) / 10.0;
        return new HostReport(
                target.name(), target.address(), outcome.kind(), outcome.detail(), outcome.cure(), seconds);
    }

    /** Of a host that was not begun. */
    public static HostReport skipped(Target target, String why) {
        return of(target, Outcome.skipped(why), 0);
    }

    /** This, as the end of work that began with another. */
    public HostReport after(HostReport earlier) {
        double sum = Math.round((seconds + earlier.seconds) * 10) / 10.0;
        return new HostReport(host, address, result, detail, cure, sum);
    }

    public boolean good() {
        return result == Outcome.Kind.OK;
    }
}
