package io.edog.store.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Limits of the state store. The database itself is configured as the DataSource {@code edog}. */
@ObjectClassDefinition(name = "edog store")
@interface StoreConfig {
    String PID = "io.edog.store";

    @AttributeDefinition(description = "Objects read or written at once when a whole state is loaded or installed.")
    int load_batch() default 1000;

    @AttributeDefinition(description = "Archived entries deleted in one transaction.")
    int prune_batch() default 1000;

    @AttributeDefinition(
            description = "Directory of the embedded Derby database. One whose creation was cut off is set aside"
                    + " before the database is opened. Empty: there is none.")
    String derby_directory() default "";

    @AttributeDefinition(description = "Wait in milliseconds before the database is tried again for the first time.")
    int retry_first_ms() default 1000;

    @AttributeDefinition(description = "Longest wait in milliseconds before the database is tried again.")
    int retry_most_ms() default 30_000;

    @AttributeDefinition(description = "Tries to open the database, before it is given up until the next start.")
    int retry_limit() default 240;
}
