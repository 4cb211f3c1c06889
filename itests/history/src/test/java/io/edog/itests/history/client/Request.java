package io.edog.itests.history.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.history.check.Operation.Kind;
import io.edog.itests.support.Rest;
import io.edog.itests.support.Volumes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request, and what its answer means.
 *
 * @param key the idempotency key of a write
 * @param object what it is about; empty for a list
 * @param name of a write: what the object is to be called
 */
record Request(
        Kind kind,
        String method,
        String path,
        Optional<String> body,
        Optional<String> key,
        String object,
        String name) {
    private static final Set<Integer> REFUSALS_OF_WRITES = Set.of(400, 404, 409, 412, 422);
    private static final Set<Integer> REFUSALS_OF_READS = Set.of(404);

    /** An object and the name it has by the answer. */
    record Seen(String object, String name) {}

    static Request create(String volume) {
        return write("POST", "/volumes", Volumes.request(volume), volume, volume);
    }

    static Request rename(String vm, String name) {
        return write(
                "PATCH",
                "/vms/" + vm,
                Rest.JSON.createObjectNode().put("name", name).toString(),
                vm,
                name);
    }

    static Request readVm(String vm) {
        return new Request(Kind.READ, "GET", "/vms/" + vm, Optional.empty(), Optional.empty(), vm, "");
    }

    static Request readVolume(String volume) {
        return new Request(Kind.READ, "GET", "/volumes/" + volume, Optional.empty(), Optional.empty(), volume, "");
    }

    static Request listVms() {
        return new Request(Kind.READ, "GET", "/vms?limit=1000", Optional.empty(), Optional.empty(), "", "");
    }

    private static Request write(String method, String path, String body, String object, String name) {
        return new Request(Kind.WRITE, method, path, Optional.of(body), Optional.of(name), object, name);
    }

    /** Statuses that settle it, beside success. */
    Set<Integer> refusals() {
        return kind == Kind.WRITE ? REFUSALS_OF_WRITES : REFUSALS_OF_READS;
    }

    String[] headers(long index) {
        return key.map(k -> new String[] {"Edog-Min-Index", Long.toString(index), "Idempotency-Key", k})
                .orElseGet(() -> new String[] {"Edog-Min-Index", Long.toString(index)});
    }

    /** What an answer tells. */
    List<Seen> seen(Optional<Rest.Reply> reply) {
        if (kind == Kind.WRITE) {
            return List.of(new Seen(object, name));
        }
        if (reply.isEmpty()) {
            return List.of(new Seen(object, ""));
        }
        JsonNode body = reply.get().body();
        if (!object.isEmpty()) {
            return List.of(new Seen(
                    object, reply.get().status() == 404 ? "" : body.path("name").asText()));
        }
        List<Seen> all = new ArrayList<>();
        body.path("items")
                .forEach(vm ->
                        all.add(new Seen(vm.path("id").asText(), vm.path("name").asText())));
        return all;
    }
}
