package io.edog.agent.internal.libvirt;

import io.edog.agent.internal.CallTimeoutException;
import io.edog.agent.internal.TimedCalls;
import io.edog.api.hypervisor.HypervisorSilentException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out, once each boot of the host, whether guests run on hardware or are emulated. */
final class MachineFinder {
    private static final Logger LOG = LoggerFactory.getLogger(MachineFinder.class);
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final LibvirtSettings settings;
    private final TimedCalls calls;
    private final ProbeResult found;
    private Optional<Machine> machine = Optional.empty();

    MachineFinder(LibvirtSettings settings, TimedCalls calls) {
        this.settings = settings;
        this.calls = calls;
        this.found = new ProbeResult(settings.scratchDir().resolve("domain-type"), settings.bootIdFile());
    }

    /**
     * Blocks while it is being found out, at most the limit of the test guest and a little.
     *
     * @throws HypervisorSilentException if it can't be found out now
     */
    synchronized Machine find() {
        if (machine.isEmpty()) {
            machine = Optional.of(Machine.of(type()));
            LOG.info("guests of this host are of type {}", machine.get().type());
        }
        return machine.get();
    }

    private String type() {
        return switch (settings.domainType()) {
            case KVM -> "kvm";
            case QEMU -> "qemu";
            case AUTO -> found.get().orElseGet(this::probed);
        };
    }

    private String probed() {
        String type = probe() ? "kvm" : "qemu";
        found.put(type);
        return type;
    }

    private boolean probe() {
        KvmProbe probe = new KvmProbe(
                settings.uri(), settings.scratchDir(), settings.limits().probe());
        try {
            Duration limit = settings.limits().probe().plus(SLACK);
            Optional<String> why = calls.call("trying kvm", limit, LibvirtFailed.carried(probe::unusable));
            why.ifPresent(it -> LOG.info("kvm is not used: {}", it));
            return why.isEmpty();
        } catch (CallTimeoutException | LibvirtFailed e) {
            throw new HypervisorSilentException("can't find out whether kvm works: " + e.getMessage(), e);
        }
    }
}
