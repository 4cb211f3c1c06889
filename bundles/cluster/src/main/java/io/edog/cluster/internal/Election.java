package io.edog.cluster.internal;

import io.edog.api.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.cache.ChildData;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.apache.curator.framework.recipes.cache.CuratorCacheListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What ZooKeeper shows of the election: who stands, in turn, and who took the epoch. For the eye; nothing rests on it. */
final class Election implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Election.class);
    private static final int TURN_DIGITS = 10;

    private final Paths paths;
    private final CuratorCache standing;
    private final CuratorCache epoch;

    /**
     * One that stands.
     *
     * @param path of its node
     * @param node its name
     * @param session id of its session, hex
     */
    record Candidate(String path, String node, String session) {
        private static Candidate of(ChildData child) {
            return new Candidate(
                    child.getPath(),
                    new String(child.getData(), StandardCharsets.UTF_8),
                    Long.toHexString(child.getStat().getEphemeralOwner()));
        }

        private String turn() {
            return path.substring(Math.max(0, path.length() - TURN_DIGITS));
        }
    }

    /** Begins with {@link #start}. */
    Election(CuratorFramework curator, Paths paths, Runnable changed) {
        this.paths = paths;
        this.standing = cache(curator, paths.election(), changed);
        this.epoch = cache(curator, paths.epoch(), changed, CuratorCache.Options.SINGLE_NODE_CACHE);
    }

    private static CuratorCache cache(
            CuratorFramework curator, String path, Runnable changed, CuratorCache.Options... options) {
        CuratorCache cache = CuratorCache.builder(curator, path)
                .withOptions(options)
                .withExceptionHandler(e -> LOG.debug("{} could not be read; the reconnection reads it again", path, e))
                .build();
        cache.listenable()
                .addListener(CuratorCacheListener.builder()
                        .forAll((type, before, after) -> changed.run())
                        .build());
        return cache;
    }

    void start() {
        standing.start();
        epoch.start();
    }

    /** Those who stand; the first is elected. */
    List<Candidate> candidates() {
        return standing.stream()
                .filter(child -> !child.getPath().equals(paths.election()))
                .map(Candidate::of)
                .sorted(Comparator.comparing(Candidate::turn))
                .toList();
    }

    Optional<Reign> reign() {
        try {
            return epoch.get(paths.epoch()).flatMap(node -> Reign.of(node.getData()));
        } catch (JsonException e) {
            LOG.debug("{} is not readable", paths.epoch(), e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        standing.close();
        epoch.close();
    }
}
