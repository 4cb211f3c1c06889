package io.edog.peer.internal;

import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What is wrong between two nodes that do not trust each other, in words for whoever has to mend it. */
final class TlsFailure {
    private static final int MOST = 20;

    private TlsFailure() {}

    /** Empty if a failure has nothing to do with TLS. */
    static Optional<String> of(Throwable failure) {
        return first(failure, CertificateException.class)
                .map(refused -> "its certificate is refused here: " + refused.getMessage())
                .or(() -> first(failure, SSLException.class)
                        .map(alert -> "it refuses this node's certificate, or does not speak TLS; its log says more: "
                                + alert.getMessage()));
    }

    private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
