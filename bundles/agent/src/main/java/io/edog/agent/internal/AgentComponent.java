package io.edog.agent.internal;

import io.edog.api.bus.HostBus;
import io.edog.api.storage.StorageDriver;
import io.edog.libvirt.LibvirtFailure;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This host's agent in the container. It goes on without the bus and without the storage, since the guests do: what ends
 * meanwhile must be seen when it ends, or nobody ever knows why.
 */
@Component(
        immediate = true,
        service = {},
        configurationPid = "io.edog.agent",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AgentConfig.class)
public final class AgentComponent {
    private static final Logger LOG = LoggerFactory.getLogger(AgentComponent.class);

    private final RunningAgent agent;

    @Activate
    public AgentComponent(AgentConfig config, BundleContext context) throws LibvirtFailure {
        AgentSettings settings = AgentSettings.of(config);
        agent = RunningAgent.start(settings, context.getBundle().getVersion().toString());
        LOG.info("agent of host {}: {}", settings.node(), settings.libvirt().uri());
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindBus(HostBus bus) {
        agent.busCame(bus);
    }

    void unbindBus(HostBus bus) {
        agent.busWent(bus);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindStorage(StorageDriver storage) {
        agent.storageCame(storage);
    }

    void unbindStorage(StorageDriver storage) {
        agent.storageWent(storage);
    }

    @Deactivate
    void deactivate() {
        agent.close();
    }
}
