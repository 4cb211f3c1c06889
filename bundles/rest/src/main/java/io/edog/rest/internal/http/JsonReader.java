package io.edog.rest.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.Provider;

/** Request bodies are records; no body at all is an empty one. Which types a path takes, its own annotation says. */
@Provider
@Consumes(MediaType.WILDCARD)
public final class JsonReader implements MessageBodyReader<Record> {
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        byte[] body = stream.readAllBytes();
        return JsonBodies.read(body.length == 0 ? EMPTY : body, type);
    }
}
