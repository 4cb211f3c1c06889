package io.edog.api.view;

import io.edog.api.service.ManagerStatus;

/**
 * One manager of the cluster.
 *
 * @param role {@code leader}, {@code follower}, {@code catching_up}, {@code out_of_service} or {@code away}
 * @param live whether its session with ZooKeeper is open
 * @param api the address of its REST API; may be empty
 * @param index what it has applied
 * @param lag how many entries it is behind
 * @param reason why it does not serve, in a sentence; may be empty
 */
public record ManagerView(
        String node, String role, boolean live, String api, String version, long index, long lag, String reason) {

    /** A manager as people see it. */
    public static ManagerView of(ManagerStatus manager) {
        return new ManagerView(
                manager.node(),
                Words.of(manager.role()),
                manager.live(),
                manager.api(),
                manager.version(),
                manager.index().value(),
                manager.lag(),
                manager.reason());
    }
}
