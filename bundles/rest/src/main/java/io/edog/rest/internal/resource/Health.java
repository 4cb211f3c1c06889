package io.edog.rest.internal.resource;

import io.edog.api.model.User;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterStatus;
import io.edog.api.service.Principal;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.InstalledFeatures;
import io.edog.rest.internal.body.HealthView;
import java.util.Optional;

/** The health of this node, from its features and their services. */
record Health(boolean serves, HealthView view) {
    private static final String MANAGER = "edog-manager";

    static Health of(Backends backends) {
        InstalledFeatures features = backends.features();
        Optional<ClusterService> cluster = backends.findCluster();
        Optional<ClusterStatus> status = cluster.map(ClusterService::status);
        String role = status.map(Health::role).orElseGet(() -> role(features));
        if (backends.findAccounts().isEmpty()) {
            return down("unavailable", role, "Nobody can log in: the feature edog-rbac is not running.");
        }
        if (status.map(ClusterStatus::serving).orElse(false)
                && cluster.map(Health::nobodyYet).orElse(false)) {
            return down("starting", role, "The first administrator is being made.");
        }
        return status.map(known -> serving(known, role)).orElseGet(() -> withoutCluster(features, role));
    }

    /** Until there is a user nobody can log in, though everything serves. */
    private static boolean nobodyYet(ClusterService cluster) {
        return cluster.view(Principal.SYSTEM).list(User.class).isEmpty();
    }

    private static Health serving(ClusterStatus status, String role) {
        return status.serving()
                ? new Health(true, new HealthView("ok", role, Optional.empty()))
                : down("starting", role, status.reason().isEmpty() ? "The manager starts." : status.reason());
    }

    private static Health withoutCluster(InstalledFeatures features, String role) {
        if (!features.settled()) {
            return down("starting", role, "This node starts.");
        }
        if (features.has(MANAGER)) {
            return down("starting", role, "The manager's service is not there yet.");
        }
        String reason = "This node is no manager: the feature edog-manager is not installed.";
        return new Health(true, new HealthView("degraded", role, Optional.of(reason)));
    }

    private static Health down(String status, String role, String reason) {
        return new Health(false, new HealthView(status, role, Optional.of(reason)));
    }

    private static String role(ClusterStatus status) {
        return status.leading() ? "leader" : "follower";
    }

    private static String role(InstalledFeatures features) {
        if (features.has(MANAGER)) {
            return "manager";
        }
        return features.has("edog-agent") ? "agent" : "none";
    }
}
