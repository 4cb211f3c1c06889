package io.edog.api.journal;

/** Something that goes on until closed. Closing twice is harmless; after it returns no new call-back begins. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
