package io.edog.rest.internal;

/** Bodies of requests. */
final class Bodies {
    private Bodies() {}

    static String vm(String name, boolean start) {
        return "{\"name\":\"" + name + "\",\"cpus\":1,\"memoryMiB\":256,\"template\":\"tiny\",\"start\":" + start + "}";
    }

    /** A VM to create, with one field changed. */
    static String vm(String field, String json) {
        String body = "{\"name\":\"x\",\"cpus\":1,\"memoryMiB\":256,\"template\":\"tiny\"}";
        return body.contains("\"" + field + "\"")
                ? body.replaceAll("\"" + field + "\":(\"[^\"]*\"|[0-9]+)", "\"" + field + "\":" + json)
                : body.replaceFirst("\\{", "{\"" + field + "\":" + json + ",");
    }
}
