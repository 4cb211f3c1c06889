package io.edog.rest.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The features of edog on this node.
 *
 * @param versions version by name
 * @param settled whether the container has finished installing what it starts with
 */
public record InstalledFeatures(SortedMap<String, String> versions, boolean settled) {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledFeatures.class);
    private static final String PREFIX = "edog-";

    static InstalledFeatures of(Optional<FeaturesService> service, boolean settled) {
        return new InstalledFeatures(
                service.map(InstalledFeatures::list).orElseGet(TreeMap::new), settled && service.isPresent());
    }

    private static SortedMap<String, String> list(FeaturesService service) {
        try {
            return Arrays.stream(service.listInstalledFeatures())
                    .filter(feature -> feature.getName().startsWith(PREFIX))
                    .collect(TreeMap::new, InstalledFeatures::put, Map::putAll);
        } catch (Exception e) {
            LOG.warn("the container does not tell which features are installed: {}", e.toString());
            return new TreeMap<>();
        }
    }

    private static void put(Map<String, String> map, Feature feature) {
        map.put(feature.getName(), feature.getVersion());
    }

    /** Whether a feature is installed. */
    public boolean has(String name) {
        return versions.containsKey(name);
    }
}
