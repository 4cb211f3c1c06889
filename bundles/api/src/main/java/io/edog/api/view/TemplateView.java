package io.edog.api.view;

import io.edog.api.model.Template;
import io.edog.api.model.VolumeState;

/**
 * A template.
 *
 * @param pool id of its pool
 * @param sizeBytes size a clone has at least, in bytes; 0 until imported
 * @param version the image's own version, free text
 */
public record TemplateView(
        String id,
        String name,
        String pool,
        long sizeBytes,
        String tenant,
        VolumeState state,
        String os,
        String version) {

    /** A template as people see it. */
    public static TemplateView of(Template template) {
        return new TemplateView(
                template.id(),
                template.name(),
                template.pool(),
                template.sizeBytes(),
                template.tenant(),
                template.state(),
                template.os(),
                template.version());
    }
}
