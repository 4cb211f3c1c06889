package io.edog.appctl.node;

/** Where things are on a node. */
public final class Places {
    public static final String DISTRIBUTIONS = "/opt/edog";
    public static final String CURRENT = DISTRIBUTIONS + "/current";
    public static final String NODE_COMMAND = CURRENT + "/node/edog-node";
    public static final String SETTINGS = "/etc/edog";

    private Places() {}

    public static String distribution(String version) {
        return DISTRIBUTIONS + "/" + version;
    }
}
