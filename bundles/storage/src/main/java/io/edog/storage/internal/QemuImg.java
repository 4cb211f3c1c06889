package io.edog.storage.internal;

import io.edog.api.json.Json;
import io.edog.api.json.JsonException;
import io.edog.api.storage.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program qemu-img. */
final class QemuImg {
    private static final Pattern PROGRESS = Pattern.compile("\\((\\d{1,3})\\.\\d+/100%\\)");

    private final String program;
    private final Duration quickLimit;
    private final Duration importLimit;

    QemuImg(String program, Duration quickLimit, Duration importLimit) {
        this.program = program;
        this.quickLimit = quickLimit;
        this.importLimit = importLimit;
    }

    /** Looks at an image, also one that is in use. */
    ImageInfo info(Path image) {
        String json = run(quickLimit, QemuImg::unseen, List.of("info", "--output=json", "-U", file(image)));
        try {
            return Json.read(json, ImageInfo.class);
        } catch (JsonException e) {
            throw new StorageException("qemu-img info says of " + image + " what is not understood", e);
        }
    }

    /** Makes an empty image. */
    void create(Path image, long sizeBytes) {
        run(quickLimit, QemuImg::unseen, List.of("create", "-q", "-f", "qcow2", file(image), Long.toString(sizeBytes)));
    }

    /**
     * Makes a linked clone.
     *
     * @param backing relative to the clone, so that a pool can be mounted elsewhere
     */
    void createClone(Path image, Path backing, OptionalLong sizeBytes) {
        List<String> words = new ArrayList<>(
                List.of("create", "-q", "-f", "qcow2", "-F", "qcow2", "-b", backing.toString(), file(image)));
        sizeBytes.ifPresent(size -> words.add(Long.toString(size)));
        run(quickLimit, QemuImg::unseen, words);
    }

    /** Copies an image into one that stands by itself. */
    void convert(Path from, String format, Path to, IntConsumer progress) {
        run(
                importLimit,
                piece -> lastPercent(piece).ifPresent(percent -> progress.accept((int) percent)),
                List.of("convert", "-p", "-f", format, "-O", "qcow2", file(from), file(to)));
    }

    /** The newest percentage in a piece of output. */
    static OptionalLong lastPercent(String piece) {
        Matcher matcher = PROGRESS.matcher(piece);
        OptionalLong last = OptionalLong.empty();
        while (matcher.find()) {
            last = OptionalLong.of(Math.min(100, Long.parseLong(matcher.group(1))));
        }
        return last;
    }

    private static void unseen(String piece) {}

    /** A path that no protocol prefix such as {@code nbd:} can be read into. */
    private static String file(Path path) {
        return path.toAbsolutePath().toString();
    }

    private String run(Duration limit, Consumer<String> seen, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(arguments);
        return new Command(words, limit).run(seen);
    }
}
