package io.edog.cluster.internal;

import io.edog.api.journal.Subscription;
import io.edog.api.json.Json;
import io.edog.api.json.JsonException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.cache.ChildData;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.apache.curator.framework.recipes.cache.CuratorCacheListener;
import org.apache.curator.framework.recipes.cache.CuratorCacheStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what comes to lie in a node, or in the nodes below one: the newest content of each, one at a time. A slow reader
 * skips what was replaced meanwhile and holds nothing up; a reconnection reads everything again.
 */
final class Inbox<T> implements Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Class<T> type;
    private final Consumer<T> reader;
    private final Map<String, byte[]> unread = new ConcurrentHashMap<>();
    private final Wakeup wakeup;
    private final CuratorCache cache;

    Inbox(
            CuratorFramework curator,
            String path,
            Executor executor,
            Class<T> type,
            Consumer<T> reader,
            CuratorCache.Options... options) {
        this.type = type;
        this.reader = reader;
        this.wakeup = new Wakeup(executor, this::handOver);
        this.cache = CuratorCache.builder(curator, path)
                .withOptions(options)
                .withStorage(CuratorCacheStorage.dataNotCached())
                .withExceptionHandler(e -> LOG.debug("{} could not be read; the reconnection reads it again", path, e))
                .build();
        cache.listenable()
                .addListener(CuratorCacheListener.builder()
                        .forCreates(this::arrived)
                        .forChanges((before, now) -> arrived(now))
                        .build());
    }

    Inbox<T> start() {
        cache.start();
        return this;
    }

    private void arrived(ChildData node) {
        byte[] content = node.getData();
        // the node above the reports themselves is empty
        if (content != null && content.length > 0) {
            unread.put(node.getPath(), content);
            wakeup.fire();
        }
    }

    private void handOver() {
        for (String path : List.copyOf(unread.keySet())) {
            byte[] content = unread.remove(path);
            if (content != null) {
                read(path, content);
            }
        }
    }

    private void read(String path, byte[] content) {
        try {
            reader.accept(Json.read(Payload.unpack(content), type));
        } catch (JsonException | UncheckedIOException e) {
            LOG.warn("{} is passed over, it is no {}: {}", path, type.getSimpleName(), e.getMessage());
        }
    }

    @Override
    public void close() {
        wakeup.close();
        cache.close();
    }
}
