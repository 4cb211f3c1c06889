package io.edog.testkit.manager;

import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.model.User;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import io.edog.api.service.Roles;
import io.edog.manager.internal.Identity;
import io.edog.manager.internal.ManagerService;
import io.edog.manager.internal.Neighbours;
import io.edog.manager.internal.Ports;
import io.edog.manager.internal.SteadyClock;
import io.edog.testkit.bus.MemoryBus;
import io.edog.testkit.journal.MemoryJournal;
import io.edog.testkit.journal.MemoryLeadership;
import io.edog.testkit.member.MemoryMembers;
import io.edog.testkit.member.MemoryPeers;
import io.edog.testkit.store.MemoryStateFiles;
import io.edog.testkit.store.MemoryStateStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One node of several, each port of which can fail on order. */
final class Node {
    final String name;
    final MemoryJournal journal;
    final MemoryLeadership leadership;
    final MemoryMembers members;
    final MemoryPeers peers;
    final FailingStore store = new FailingStore(new MemoryStateStore());
    final MemoryStateFiles exports = new MemoryStateFiles(Clock.systemUTC());
    final MemoryQuarantine quarantine = new MemoryQuarantine();
    int format = 1;
    private final Cluster cluster;
    private ManagerService manager;

    Node(Cluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
        this.journal = new MemoryJournal(cluster.ensemble, cluster.executor);
        this.leadership = new MemoryLeadership(cluster.ensemble, cluster.election, name, cluster.executor);
        this.members = new MemoryMembers(cluster.roll, cluster.executor);
        this.peers = new MemoryPeers(cluster.network, name, cluster.executor);
        this.manager = start();
        leadership.stand();
    }

    /** Starts its manager, with what its disk has. */
    ManagerService start() {
        Ports ports = new Ports(
                journal,
                leadership,
                new MemoryBus(cluster.ensemble, cluster.executor),
                store,
                exports,
                quarantine,
                Neighbours.of(peers, members),
                new Identity("0.1.0", "", format),
                cluster.executor,
                Clock.systemUTC(),
                new SteadyClock(),
                () -> UUID.randomUUID().toString());
        manager = new ManagerService(ports, cluster.limits);
        cluster.network.serve(name, manager);
        return manager;
    }

    /** Its manager ends in order. */
    void stop() throws InterruptedException {
        manager.stop();
        leadership.leave();
        members.cut();
    }

    /** Its manager comes again, after {@link #stop}. */
    void comeBack() {
        members.heal();
        start();
        leadership.stand();
    }

    /** Another version is installed: of the product, or of its entries. */
    void install(int highestFormat) throws InterruptedException {
        stop();
        format = highestFormat;
        comeBack();
    }

    ManagerService manager() {
        return manager;
    }

    /** Cut off from everything. */
    void cut() {
        journal.reachable(false);
        cluster.network.cut(name);
        leadership.suspend();
    }

    /** Its session ends. */
    void expire() {
        members.cut();
        leadership.expire();
    }

    void heal() {
        journal.reachable(true);
        cluster.network.heal(name);
        members.heal();
        leadership.resume();
    }

    CompletableFuture<Result> createUser(String user, String key) {
        CreateUser command = new CreateUser(user, "$argon2id$", Set.of(Roles.USER));
        return manager.submit(command, Principal.SYSTEM, Optional.of(key));
    }

    List<String> users() {
        return manager.view(Principal.SYSTEM).list(User.class).stream()
                .map(User::name)
                .toList();
    }

    boolean leads() {
        return manager.status().leading();
    }
}
