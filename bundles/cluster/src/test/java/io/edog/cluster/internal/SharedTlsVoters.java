package io.edog.cluster.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Three running voters with keys, for all test classes that do them no harm. */
final class SharedTlsVoters implements ParameterResolver {
    private static final int VOTERS = 3;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TlsVoters.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TlsVoters voters = context.getRoot()
                .getStore(Namespace.create(SharedTlsVoters.class))
                .getOrComputeIfAbsent(Running.class)
                .voters;
        voters.newNamespace();
        return voters;
    }

    /** Ended by JUnit with the last test. */
    static final class Running implements AutoCloseable {
        private final Path directory;
        private final TlsVoters voters;

        Running() throws IOException {
            directory = Files.createTempDirectory("edog-voters");
            voters = new TlsVoters(directory).found(VOTERS);
        }

        @Override
        public void close() throws Exception {
            voters.close();
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(Running::delete);
            }
        }

        private static void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
