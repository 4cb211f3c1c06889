package io.edog.shell.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The features of edog that are installed here. */
public final class Features {

    private static final Logger LOG = LoggerFactory.getLogger(Features.class);
    private static final String OURS = "edog-";

    private final FeaturesService service;

    public Features(FeaturesService service) {
        this.service = service;
    }

    /** Version by name, in the order of names; empty while the container can't tell. */
    public Map<String, String> installed() {
        try {
            return Arrays.stream(service.listInstalledFeatures())
                    .filter(feature -> feature.getName().startsWith(OURS))
                    .collect(Collectors.toMap(Feature::getName, Feature::getVersion, (a, b) -> b, TreeMap::new));
        } catch (Exception e) { // what the interface declares
            LOG.warn("The installed features can't be listed now: {}", e.getMessage());
            return Map.of();
        }
    }
}
