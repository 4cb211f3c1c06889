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

/** One running {@link Voter} for all test classes that do it no harm; each test takes a namespace of its own. */
final class SharedVoter implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Voter.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedVoter.class))
                .getOrComputeIfAbsent(Running.class)
                .voter;
    }

    /** Ended by JUnit with the last test. */
    static final class Running implements AutoCloseable {
        private final Path directory;
        private final Voter voter;

        Running() throws IOException {
            directory = Files.createTempDirectory("edog-voter");
            voter = new Voter(directory).start();
        }

        @Override
        public void close() throws IOException {
            voter.close();
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
