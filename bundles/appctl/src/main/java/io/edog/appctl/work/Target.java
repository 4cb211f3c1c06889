package io.edog.appctl.work;

import io.edog.appctl.inventory.Node;

/**
 * A host that something is done on.
 *
 * @param name as it is shown
 * @param address for ssh
 */
public record Target(String name, String address) {
    public static Target of(Node node) {
        return new Target(node.name(), node.address());
    }
}
