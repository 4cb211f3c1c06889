package io.edog.agent.internal.libvirt;

import io.edog.libvirt.LibvirtFailure;
import java.util.concurrent.Callable;

/** Carries a failure of libvirt through code that knows no checked exceptions. */
final class LibvirtFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LibvirtFailure failure;

    private LibvirtFailed(LibvirtFailure failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    LibvirtFailure failure() {
        return failure;
    }

    interface Call<T> {
        T run() throws LibvirtFailure;
    }

    static <T> Callable<T> carried(Call<T> call) {
        return () -> {
            try {
                return call.run();
            } catch (LibvirtFailure e) {
                throw new LibvirtFailed(e);
            }
        };
    }
}
