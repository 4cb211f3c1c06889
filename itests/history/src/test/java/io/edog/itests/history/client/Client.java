package io.edog.itests.history.client;

import io.edog.itests.history.check.Operation;
import io.edog.itests.history.check.Operation.Kind;
import io.edog.itests.history.check.Operation.Result;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * One client, as the user guide tells them to be: does one thing at a time, passes its index, and asks another manager under the same key
 * when one answers 503 or not at all. A request has failed if it is answered otherwise than with success, or by nobody for a minute.
 */
final class Client implements Runnable {
    private static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(60);
    private static final int NOT_NOW = 503;
    private static final int PAUSE_MS = 60;
    private static final int EASY_PAUSE_MS = 400;
    private static final int RETRY_PAUSE_MS = 50;

    private final int number;
    private final Endpoints endpoints;
    private final Work work;
    private final Recorder recorder;
    private final Random random;
    private final Phase phase;
    private long index;

    Client(int number, List<Endpoint> endpoints, Work work, Recorder recorder, long seed, Phase phase) {
        this.number = number;
        this.random = new Random(seed);
        this.endpoints = new Endpoints(endpoints, random);
        this.work = work;
        this.recorder = recorder;
        this.phase = phase;
    }

    @Override
    public void run() {
        try {
            while (!phase.stopping(random.nextInt(2 * pause()))) {
                perform(work.next(number, random));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Managers that are on their way back need the machine, which all share here. */
    private int pause() {
        return endpoints.someAway() ? EASY_PAUSE_MS : PAUSE_MS;
    }

    /** Tries one request until it is answered, wherever. */
    void perform(Request request) throws InterruptedException {
        long invoked = System.nanoTime();
        List<String> asked = new ArrayList<>();
        Optional<Rest.Reply> reply = Optional.empty();
        while (reply.isEmpty() && System.nanoTime() - invoked < LIMIT_NS) {
            if (!asked.isEmpty()) {
                phase.pause(RETRY_PAUSE_MS);
            }
            Endpoint endpoint = endpoints.any();
            asked.add(endpoint.manager());
            reply = ask(endpoint, request);
            if (reply.isEmpty()) {
                endpoints.away(endpoint);
            }
        }
        record(request, asked, invoked, reply);
    }

    /** An answer that settles it; nothing if another manager may know more. */
    private Optional<Rest.Reply> ask(Endpoint endpoint, Request request) {
        try {
            Rest.Reply reply =
                    endpoint.rest().send(request.method(), request.path(), request.body(), request.headers(index));
            if (ofTheApi(reply)
                    && (reply.status() / 100 == 2 || request.refusals().contains(reply.status()))) {
                return Optional.of(reply);
            }
            if (reply.status() == NOT_NOW) {
                recorder.away("503");
            } else {
                recorder.odd(
                        endpoint.manager() + " answered " + request + " with " + reply.status() + " " + reply.body());
            }
        } catch (IOException away) {
            recorder.away(away.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    /** Every answer of a manager that serves says how far it has seen. */
    private static boolean ofTheApi(Rest.Reply reply) {
        return reply.headers().firstValue("Edog-Index").isPresent();
    }

    private void record(Request request, List<String> asked, long invoked, Optional<Rest.Reply> reply) {
        long returned = System.nanoTime();
        long told = reply.flatMap(r -> r.headers().firstValue("Edog-Index"))
                .map(Long::parseLong)
                .orElse(0L);
        for (Request.Seen seen : request.seen(reply)) {
            recorder.add(new Operation(
                    number,
                    List.copyOf(asked),
                    request.kind(),
                    request.key().orElse(""),
                    seen.object(),
                    seen.name(),
                    index,
                    invoked,
                    returned,
                    told,
                    result(request, reply)));
        }
        if (reply.filter(r -> r.status() / 100 == 2).isPresent()) {
            work.done(number, request);
            index = Math.max(index, told);
        }
    }

    private static Result result(Request request, Optional<Rest.Reply> reply) {
        if (reply.isEmpty()) {
            return Result.UNKNOWN;
        }
        return reply.get().status() / 100 == 2 || request.kind() == Kind.READ ? Result.OK : Result.REFUSED;
    }
}
