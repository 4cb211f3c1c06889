package io.edog.rest.internal.server;

import io.edog.rest.internal.Backends;
import io.edog.rest.internal.call.Calls;
import io.edog.rest.internal.docs.OpenApiResource;
import io.edog.rest.internal.resource.BackupsResource;
import io.edog.rest.internal.resource.ClusterResource;
import io.edog.rest.internal.resource.HealthResource;
import io.edog.rest.internal.resource.HostsResource;
import io.edog.rest.internal.resource.JournalResource;
import io.edog.rest.internal.resource.PoolsResource;
import io.edog.rest.internal.resource.RestResource;
import io.edog.rest.internal.resource.SessionsResource;
import io.edog.rest.internal.resource.TablesResource;
import io.edog.rest.internal.resource.TasksResource;
import io.edog.rest.internal.resource.TemplatesResource;
import io.edog.rest.internal.resource.TokensResource;
import io.edog.rest.internal.resource.UsersResource;
import io.edog.rest.internal.resource.VmsResource;
import io.edog.rest.internal.resource.VolumesResource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All paths of the API. */
final class ApiResources {
    private ApiResources() {}

    static List<RestResource> all(Backends backends, Calls calls, String version) {
        List<RestResource> resources = List.of(
                new HealthResource(backends),
                new SessionsResource(calls, backends),
                new TokensResource(calls, backends),
                new UsersResource(calls, backends),
                new VmsResource(calls),
                new TasksResource(calls),
                new HostsResource(calls),
                new TemplatesResource(calls),
                new VolumesResource(calls),
                new PoolsResource(calls),
                new ClusterResource(calls, backends),
                new JournalResource(calls, backends),
                new BackupsResource(calls, backends),
                new TablesResource(calls));
        OpenApiResource description =
                new OpenApiResource(resources.stream().map(Object::getClass).collect(Collectors.toSet()), version);
        return Stream.concat(resources.stream(), Stream.of(description)).toList();
    }
}
