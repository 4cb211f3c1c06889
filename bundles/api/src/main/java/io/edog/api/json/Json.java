package io.edog.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.edog.api.command.Command;
import io.edog.api.journal.Change;
import io.edog.api.model.Resource;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The one JSON form: record fields in their order, map keys sorted, enums in lower case, instants in ISO 8601, and
 * {@code @type} on members of the sealed types. Stable, since state hashes are computed over it.
 */
public final class Json {
    private static final ObjectMapper MAPPER = build();

    private Json() {}

    /** The mapper itself. It must not be reconfigured; copy it first. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The JSON form of an object of the vocabulary. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new JsonException("can't write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /**
     * Reads the JSON form of a type of the vocabulary.
     *
     * @throws JsonException if the text is not one
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new JsonException("not the JSON form of " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectMapper build() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(new LowerCaseEnums())
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
        Stream.of(Command.class, Change.class, Resource.class).forEach(type -> polymorphic(builder, type));
        return builder.build();
    }

    private static void polymorphic(JsonMapper.Builder builder, Class<?> sealed) {
        builder.addMixIn(sealed, Typed.class);
        leaves(sealed).forEach(leaf -> builder.registerSubtypes(new NamedType(leaf, leaf.getSimpleName())));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Json::leaves) : Stream.of(type);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
    private interface Typed {}
}
