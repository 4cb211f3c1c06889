package io.edog.api.model;

import java.util.ArrayList;
import java.util.List;

/** Which fields of a definition wait for the next start. */
final class PendingFields {
    private PendingFields() {}

    static List<String> of(Vm vm, Run run) {
        List<String> fields = new ArrayList<>();
        if (vm.cpus() != run.cpus()) {
            fields.add("cpus");
        }
        if (vm.memoryMiB() != run.memoryMiB()) {
            fields.add("memoryMiB");
        }
        return List.copyOf(fields);
    }
}
