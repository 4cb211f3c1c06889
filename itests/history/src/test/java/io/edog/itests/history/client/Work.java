package io.edog.itests.history.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What clients do: few VMs that all of them rename, and volumes that each makes for itself. Thread-safe. */
final class Work {
    private static final int REMEMBERED = 20;

    private final List<String> vms;
    private final String run;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Integer, Deque<String>> volumes = new ConcurrentHashMap<>();

    /** With a word that is in all names. */
    Work(String run, List<String> vms) {
        this.run = run;
        this.vms = List.copyOf(vms);
    }

    Request next(int client, Random random) {
        Deque<String> mine = volumes.computeIfAbsent(client, c -> new ArrayDeque<>());
        int choice = random.nextInt(10);
        if (choice < 4) {
            return Request.rename(vm(random), run + "-r" + numbers.incrementAndGet());
        }
        if (choice < 5) {
            return Request.create(run + "-v" + numbers.incrementAndGet());
        }
        if (choice < 7 && !mine.isEmpty()) {
            return Request.readVolume(List.copyOf(mine).get(random.nextInt(mine.size())));
        }
        return choice < 9 ? Request.readVm(vm(random)) : Request.listVms();
    }

    /** A request was acknowledged: what it made can be read from now on. */
    void done(int client, Request request) {
        if (request.method().equals("POST")) {
            Deque<String> mine = volumes.computeIfAbsent(client, c -> new ArrayDeque<>());
            mine.add(request.name());
            if (mine.size() > REMEMBERED) {
                mine.remove();
            }
        }
    }

    private String vm(Random random) {
        return vms.get(random.nextInt(vms.size()));
    }
}
