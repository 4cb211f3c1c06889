package io.edog.storage.internal;

import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.storage.StorageDriver;
import io.edog.api.storage.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This host's storage: the pools of its configuration, each a directory. */
@Component(
        service = StorageDriver.class,
        configurationPid = "io.edog.storage",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StorageConfig.class)
public final class DirStorage implements StorageDriver {
    private static final Logger LOG = LoggerFactory.getLogger(DirStorage.class);

    private final Map<String, DirPool> pools = new TreeMap<>();

    @Activate
    public DirStorage(StorageConfig config) {
        QemuImg qemuImg = new QemuImg(
                config.qemuImg(),
                Duration.ofSeconds(config.quickLimitSeconds()),
                Duration.ofMinutes(config.importLimitMinutes()));
        List<Path> importDirs =
                Text.list(config.importDirs()).stream().map(Path::of).toList();
        ImportSource imports = new ImportSource(qemuImg, importDirs);
        for (PoolSpec spec : PoolSpec.parse(config.pools())) {
            pools.put(spec.name(), new DirPool(spec, config.cluster(), qemuImg, imports));
        }
        LOG.info("storage: pools {}", config.pools());
    }

    @Override
    public List<PoolReport> pools() {
        return pools.values().stream().map(DirPool::report).toList();
    }

    @Override
    public long ensure(VolumeAssignment assignment, IntConsumer progress) {
        long size = pool(assignment.pool()).ensure(assignment, progress);
        LOG.info(
                "storage: {} {} in pool {}: done, {} bytes",
                assignment.target(),
                assignment.id(),
                assignment.pool(),
                size);
        return size;
    }

    @Override
    public GuestImage image(String pool, String tenant, String volume) {
        return pool(pool).image(tenant, volume);
    }

    private DirPool pool(String name) {
        return Optional.ofNullable(pools.get(name))
                .orElseThrow(() ->
                        new StorageException("this host has no pool " + name + "; add it to pools in io.edog.storage"));
    }
}
