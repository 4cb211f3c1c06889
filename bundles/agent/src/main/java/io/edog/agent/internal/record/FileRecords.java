package io.edog.agent.internal.record;

import io.edog.api.hypervisor.DomainKey;
import io.edog.api.json.Json;
import io.edog.api.json.JsonException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent's memory as JSON files: {@code runs/<vm>.<run>.json} and {@code seen.json}. */
public final class FileRecords implements Records {
    private static final Logger LOG = LoggerFactory.getLogger(FileRecords.class);
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9-]+)\\.(\\d{1,18})\\.json");

    private final Path runs;
    private final Path seen;

    /** Keeps it in a directory, which is made. */
    public FileRecords(Path directory) {
        this.runs = directory.resolve("runs");
        this.seen = directory.resolve("seen.json");
        try {
            Files.createDirectories(runs);
            sync(directory);
        } catch (IOException e) {
            throw failed(runs, e);
        }
    }

    @Override
    public List<RunRecord> runs() {
        List<RunRecord> records = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(runs, "*.json")) {
            for (Path file : files) {
                read(file).ifPresent(records::add);
            }
        } catch (IOException e) {
            throw failed(runs, e);
        }
        return records;
    }

    private static Optional<RunRecord> read(Path file) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readString(file), RunRecord.class));
        } catch (JsonException e) {
            LOG.error("{} is damaged: its run counts as begun and is not begun again: {}", file, e.getMessage());
            DomainKey key = new DomainKey(name.group(1), Long.parseLong(name.group(2)));
            return Optional.of(RunRecord.intent(key, "", Instant.EPOCH));
        }
    }

    @Override
    public void write(RunRecord record) {
        replace(file(record.key()), Json.write(record));
    }

    @Override
    public void forget(DomainKey key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            LOG.warn("can't delete {}: {}", file(key), e.getMessage());
        }
    }

    @Override
    public SeenMark seen() {
        try {
            return Json.read(Files.readString(seen), SeenMark.class);
        } catch (NoSuchFileException e) {
            return SeenMark.NONE;
        } catch (IOException e) {
            throw failed(seen, e);
        }
    }

    @Override
    public void write(SeenMark mark) {
        replace(seen, Json.write(mark));
    }

    private Path file(DomainKey key) {
        return runs.resolve(key.vm() + "." + key.run() + ".json");
    }

    private static void replace(Path file, String text) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static void sync(@org.jspecify.annotations.Nullable Path directory) throws IOException {
        if (directory != null) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static RecordException failed(Path file, IOException e) {
        return new RecordException("can't write " + file + ": " + e.getMessage(), e);
    }
}
