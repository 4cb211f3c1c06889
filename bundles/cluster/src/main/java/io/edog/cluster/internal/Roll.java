package io.edog.cluster.internal;

import io.edog.api.json.Json;
import io.edog.api.json.JsonException;
import io.edog.api.member.Member;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.curator.framework.recipes.cache.ChildData;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.apache.curator.framework.recipes.cache.CuratorCacheListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the managers told of themselves, and whose session is open, as last seen here. */
final class Roll implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Roll.class);

    private final Paths paths;
    private final CuratorCache told;
    private final CuratorCache live;

    /** Begins with {@link #start}. */
    Roll(Connection connection, Runnable changed) {
        this.paths = connection.paths();
        this.told = cache(connection, paths.members(), changed);
        this.live = cache(connection, paths.live(), changed);
    }

    private static CuratorCache cache(Connection connection, String path, Runnable changed) {
        CuratorCache cache = CuratorCache.builder(connection.curator(), path)
                .withExceptionHandler(e -> LOG.debug("{} could not be read; the reconnection reads it again", path, e))
                .build();
        cache.listenable()
                .addListener(CuratorCacheListener.builder()
                        .forAll((type, before, after) -> changed.run())
                        .build());
        return cache;
    }

    void start() {
        told.start();
        live.start();
    }

    List<Member> members() {
        Set<String> open = live.stream().map(node -> Paths.last(node.getPath())).collect(Collectors.toSet());
        return told.stream()
                .filter(node -> !node.getPath().equals(paths.members()))
                .flatMap(node -> read(node, open.contains(Paths.last(node.getPath()))))
                .sorted(Comparator.comparing(Member::node))
                .toList();
    }

    private static Stream<Member> read(ChildData node, boolean live) {
        try {
            Member told = Json.read(Payload.unpack(node.getData()), Member.class);
            return Stream.of(told.withLive(live));
        } catch (JsonException | UncheckedIOException e) {
            LOG.warn("{} is passed over, it is no member: {}", node.getPath(), e.getMessage());
            return Stream.empty();
        }
    }

    @Override
    public void close() {
        told.close();
        live.close();
    }
}
