package io.edog.store.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** When backups are taken, and where they are kept. */
@ObjectClassDefinition(name = "edog backup")
@interface BackupConfig {
    String PID = "io.edog.backup";

    @AttributeDefinition(
            description = "Directory of the backups, with room for as many as are kept and a trial's database.")
    String directory() default "backups";

    @AttributeDefinition(description = "Seconds from one backup to the next; 0: none but those that are asked for.")
    int period_s() default 7200;

    @AttributeDefinition(description = "Seconds after the start in which none is taken by itself.")
    int first_s() default 300;

    @AttributeDefinition(
            description = "How many are kept; the oldest is deleted when a newer one was restored on trial.")
    int keep() default 48;

    @AttributeDefinition(description = "Seconds until a backup that failed is tried again.")
    int retry_s() default 300;

    @AttributeDefinition(description = "Name of the cluster, which stands in each backup.")
    String cluster() default "edog";
}
