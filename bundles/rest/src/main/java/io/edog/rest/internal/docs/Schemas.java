package io.edog.rest.internal.docs;

import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.edog.api.json.Json;
import io.edog.api.view.Words;
import io.swagger.v3.core.jackson.ModelResolver;
import java.util.Arrays;

/** Describes records as the one JSON form writes them: enum constants in lower case. */
final class Schemas extends ModelResolver {
    Schemas() {
        super(Json.mapper().copy().setAnnotationIntrospector(new LowerCase()));
    }

    /** Overrides what swagger-core calls, which Jackson would rather see called otherwise. */
    @SuppressWarnings("deprecation")
    private static final class LowerCase extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String findEnumValue(Enum<?> value) {
            return Words.of(value);
        }

        @Override
        public String[] findEnumValues(Class<?> type, Enum<?>[] constants, String[] names) {
            return Arrays.stream(constants).map(Words::of).toArray(String[]::new);
        }
    }
}
