package io.edog.rest.internal;

import io.edog.api.export.Backups;
import io.edog.api.service.Accounts;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterStatus;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.util.Optional;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.FeaturesService;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The services behind the API, any of which may come and go while it runs. */
@Component(service = Backends.class)
public class Backends {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ClusterService cluster;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Accounts accounts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Backups backups;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable FeaturesService features;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable BootFinished booted;

    /** Log-in, if its feature is there. */
    public Optional<Accounts> findAccounts() {
        return Optional.ofNullable(accounts);
    }

    /** Log-in; a 503 problem without its feature: never open. */
    public Accounts accounts() {
        return findAccounts()
                .orElseThrow(() -> new ProblemException(Problem.unavailable(
                        "Nobody can log in: the feature edog-rbac is not running on this node.",
                        "Have an administrator install it, or ask another manager.")));
    }

    /** The cluster, if its feature is there. */
    public Optional<ClusterService> findCluster() {
        return Optional.ofNullable(cluster);
    }

    /** The cluster, answering; else a 503 problem. */
    public ClusterService cluster() {
        ClusterService known = findCluster()
                .orElseThrow(() -> new ProblemException(Problem.unavailable(
                        "The manager is not running on this node.",
                        "Try again when the feature edog-manager runs, or ask another manager.")));
        ClusterStatus status = known.status();
        if (!status.serving()) {
            throw new ProblemException(Problem.unavailable(
                    status.reason().isEmpty() ? "The manager does not serve yet." : status.reason(),
                    "Try again in a few seconds, or ask another manager."));
        }
        return known;
    }

    /** This manager's backups; a 503 problem without them. */
    public Backups backups() {
        return Optional.ofNullable(backups)
                .orElseThrow(() -> new ProblemException(Problem.unavailable(
                        "No backups are taken on this node now.",
                        "Try again when the feature edog-manager runs, or ask another manager.")));
    }

    /** Which of edog's features this node has. */
    public InstalledFeatures features() {
        return InstalledFeatures.of(Optional.ofNullable(features), booted != null);
    }
}
