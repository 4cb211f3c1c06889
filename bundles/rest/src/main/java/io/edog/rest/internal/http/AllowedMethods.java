package io.edog.rest.internal.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;

/** Which methods a path takes, for the Allow header: CXF would name those of all paths together. */
public final class AllowedMethods {
    private record Operation(Pattern path, String method) {}

    private final List<Operation> operations;

    /** The methods of the paths of some resource classes. */
    public AllowedMethods(Collection<Class<?>> resources) {
        this.operations = resources.stream().flatMap(AllowedMethods::operations).toList();
    }

    private static Stream<Operation> operations(Class<?> resource) {
        String base = path(resource.getAnnotation(Path.class));
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> verb(method).stream()
                        .map(verb -> new Operation(pattern(base + path(method.getAnnotation(Path.class))), verb)));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Optional.ofNullable(type.getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(@org.jspecify.annotations.Nullable Path path) {
        return path == null ? "" : "/" + path.value().replaceFirst("^/", "");
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+"));
    }

    /** The methods of a path, as the header has them. */
    String of(String path) {
        Set<String> verbs = operations.stream()
                .filter(operation -> operation.path().matcher(path).matches())
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (verbs.contains(HttpMethod.GET)) {
            verbs.add(HttpMethod.HEAD);
        }
        verbs.add(HttpMethod.OPTIONS);
        return String.join(", ", verbs);
    }
}
