package io.edog.appctl.inventory;

import java.util.Optional;

/**
 * Where the nodes listen; the same on every node.
 *
 * @param httpAddress the address that page and API listen at; {@code 0.0.0.0} is every address of the node
 * @param ssh the shell's, on loopback
 * @param floating {@code ADDRESS/PREFIX@DEVICE}, an address that follows the leader
 */
public record Ports(
        String httpAddress,
        int http,
        int peer,
        int ssh,
        int zooKeeperClient,
        int zooKeeperPeer,
        int zooKeeperElection,
        Optional<String> floating) {

    /** The usual ones. */
    public static Ports usual() {
        return new Ports("0.0.0.0", 9501, 9502, 8101, 2281, 2888, 3888, Optional.empty());
    }

    public Ports withFloating(Optional<String> address) {
        return new Ports(httpAddress, http, peer, ssh, zooKeeperClient, zooKeeperPeer, zooKeeperElection, address);
    }

    public Ports withHttp(int port) {
        return new Ports(httpAddress, port, peer, ssh, zooKeeperClient, zooKeeperPeer, zooKeeperElection, floating);
    }

    public Ports withHttpAddress(String address) {
        return new Ports(address, http, peer, ssh, zooKeeperClient, zooKeeperPeer, zooKeeperElection, floating);
    }
}
