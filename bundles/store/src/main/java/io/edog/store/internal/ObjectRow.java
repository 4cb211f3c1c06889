package io.edog.store.internal;

import io.edog.api.json.Json;
import io.edog.api.model.Resource;
import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.MappedSuperclass;

/**
 * An object of the state. The JSON text is the object; the other columns repeat parts of it for queries, shortened where
 * they must be.
 */
@MappedSuperclass
abstract class ObjectRow {
    private static final int WORD = 255;

    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "TENANT")
    private String tenant;

    @Column(name = "OWNER")
    private String owner;

    @Column(name = "NAME")
    private String name;

    @Lob
    @Column(name = "JSON")
    private String json;

    protected ObjectRow() {}

    protected ObjectRow(Resource object) {
        id = object.id();
        tenant = word(object.tenant());
        owner = word(object.owner());
        name = word(object.name());
        json = Json.write(object);
    }

    /** What fits a column of words. */
    static String word(String text) {
        int end = Math.min(text.length(), WORD);
        boolean split = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, split ? end - 1 : end);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
