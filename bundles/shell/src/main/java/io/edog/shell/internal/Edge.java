package io.edog.shell.internal;

import io.edog.api.export.Backups;
import io.edog.api.member.Ensemble;
import io.edog.api.service.Accounts;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ManagerAdmin;
import java.util.Optional;
import org.apache.karaf.features.FeaturesService;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What the commands stand on. It lives as long as this bundle, so that commands stay and can say which feature is away
 * instead of vanishing with it.
 */
@Component(service = Edge.class, configurationPid = ShellConfig.PID)
public final class Edge {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ClusterService cluster;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Accounts accounts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ManagerAdmin admin;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Backups backups;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Ensemble ensemble;

    private final Limits limits;
    private final Features features;

    @Activate
    public Edge(ShellConfig config, @Reference FeaturesService features) {
        this(Limits.of(config), new Features(features), null, null);
    }

    Edge(Limits limits, Features features, @Nullable ClusterService cluster, @Nullable Accounts accounts) {
        this.limits = limits;
        this.features = features;
        this.cluster = cluster;
        this.accounts = accounts;
    }

    /** The cluster, unless the manager feature is away. */
    public Optional<ClusterService> cluster() {
        return Optional.ofNullable(cluster);
    }

    /** The accounts, unless the rbac feature is away. */
    public Optional<Accounts> accounts() {
        return Optional.ofNullable(accounts);
    }

    /** What administrators do to this node's manager, unless the manager feature is away. */
    public Optional<ManagerAdmin> admin() {
        return Optional.ofNullable(admin);
    }

    /** This manager's backups, unless the manager feature is away. */
    public Optional<Backups> backups() {
        return Optional.ofNullable(backups);
    }

    /** ZooKeeper's servers, unless the manager feature is away. */
    public Optional<Ensemble> ensemble() {
        return Optional.ofNullable(ensemble);
    }

    public Limits limits() {
        return limits;
    }

    public Features features() {
        return features;
    }
}
