package io.edog.itests.appliance;

import io.edog.itests.support.Rest;
import io.edog.itests.support.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A durable write, from request to acknowledgement: a VM's definition changed through REST. */
final class WriteBench implements Bench.Benchmark {
    private static final int WARM_UP = 200;
    private static final int WRITES = 1000;
    private static final int MANY = 16;

    @Override
    public List<Sample> measure(Appliance appliance) throws Exception {
        Rest admin = appliance.admin();
        writes(admin, 1, WARM_UP, new Sample("", ""));
        Sample one = new Sample("durable write, 1 client", "ms");
        Sample many = new Sample("durable write, 16 clients", "ms");
        writes(admin, 1, WRITES, one);
        writes(admin, MANY, WRITES * 2, many);
        return List.of(one, many);
    }

    private static void writes(Rest admin, int clients, int count, Sample sample) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                done.add(threads.submit(() -> {
                    for (int i = 0; i < count / clients; i++) {
                        String body = "{\"memoryMiB\":" + (128 + i % 2) + "}";
                        sample.time(() -> admin.patch("/vms/demo", body).expect(200));
                    }
                    return null;
                }));
            }
            for (Future<?> future : done) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
