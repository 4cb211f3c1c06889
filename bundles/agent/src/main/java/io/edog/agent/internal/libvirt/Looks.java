package io.edog.agent.internal.libvirt;

import io.edog.agent.internal.CallTimeoutException;
import io.edog.agent.internal.TimedCalls;
import io.edog.api.hypervisor.Domain;
import io.edog.libvirt.DomainStatus;
import io.edog.libvirt.LibvirtConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/**
 * Lists edog's domains, also while libvirt is busy with one of them: as long as it kills a QEMU that does not end, it
 * keeps that domain locked, and with it every list. Then each domain is asked for by itself. An answer to a question of
 * an earlier look is never used.
 */
final class Looks {
    private static final String LIST = "listing domains";
    private static final String BUSY = "libvirt is busy with it";

    private final TimedCalls calls;
    private final Duration listLimit;
    private final Duration oneLimit;

    /** Every domain of edog's that may be there: seen by the last whole list, or asked to be created since. */
    private final Map<String, Optional<Domain>> known = new ConcurrentHashMap<>();

    /** Those whose creation has not come back: no list says anything about them yet. */
    private final Set<String> creating = ConcurrentHashMap.newKeySet();

    private final Map<String, Future<?>> open = new ConcurrentHashMap<>();
    private boolean listed;

    Looks(TimedCalls calls, Duration listLimit, Duration oneLimit) {
        this.calls = calls;
        this.listLimit = listLimit;
        this.oneLimit = oneLimit;
    }

    /** A domain of that id is about to be created. */
    void creating(String uuid) {
        creating.add(uuid);
        known.putIfAbsent(uuid, Optional.empty());
    }

    /** Its creation has come back, whatever it brought. */
    void created(String uuid) {
        creating.remove(uuid);
    }

    /**
     * Looks.
     *
     * @throws CallTimeoutException if the daemon is busy, and what there is was never listed
     */
    List<Domain> look(LibvirtConnection connection, DomainLister lister) {
        List<String> before =
                known.keySet().stream().filter(it -> !creating.contains(it)).toList();
        try {
            List<Domain> domains = ask(LIST, listLimit, () -> lister.list(connection));
            before.forEach(known::remove);
            domains.forEach(domain -> known.put(domain.key().vm(), Optional.of(domain)));
            listed = true;
            return domains;
        } catch (CallTimeoutException e) {
            if (!listed) {
                throw e;
            }
            return oneByOne(connection, lister);
        }
    }

    private List<Domain> oneByOne(LibvirtConnection connection, DomainLister lister) {
        List<Domain> found = new ArrayList<>();
        for (Map.Entry<String, Optional<Domain>> each : known.entrySet()) {
            one(connection, lister, each.getKey(), each.getValue()).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Domain> one(
            LibvirtConnection connection, DomainLister lister, String uuid, Optional<Domain> last) {
        try {
            return ask(uuid, oneLimit, () -> {
                Optional<DomainStatus> status = connection.domain(uuid);
                return status.isEmpty() ? Optional.empty() : lister.domain(connection, status.get());
            });
        } catch (CallTimeoutException e) {
            return last.map(it -> new Domain(it.key(), it.bootId(), it.operation(), it.state(), it.reason(), BUSY));
        }
    }

    /** Asks, unless the same question is still open. */
    private <T> T ask(String what, Duration limit, LibvirtFailed.Call<T> question) {
        if (Optional.ofNullable(open.get(what)).filter(it -> !it.isDone()).isPresent()) {
            throw new CallTimeoutException(what + ": libvirtd has not answered an earlier call yet");
        }
        Future<T> answer = calls.start(what, LibvirtFailed.carried(question));
        open.put(what, answer);
        return calls.await(what, limit, answer);
    }
}
