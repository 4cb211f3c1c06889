package io.edog.storage.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of this host's storage, PID {@code io.edog.storage}. */
@ObjectClassDefinition(name = "edog storage", description = "Pools of this host, and limits of the work on them.")
public @interface StorageConfig {
    @AttributeDefinition(description = "name:driver:place of each pool, separated by commas; the driver is dir")
    String pools() default "";

    @AttributeDefinition(description = "name of the cluster, part of where volumes lie")
    String cluster() default "edog";

    @AttributeDefinition(description = "directories that templates may be imported from, comma-separated; none: any")
    String importDirs() default "";

    @AttributeDefinition(description = "the program qemu-img")
    String qemuImg() default "qemu-img";

    @AttributeDefinition(description = "limit of making a volume or looking at an image, in seconds")
    int quickLimitSeconds() default 60;

    @AttributeDefinition(description = "limit of importing an image, in minutes")
    int importLimitMinutes() default 360;
}
