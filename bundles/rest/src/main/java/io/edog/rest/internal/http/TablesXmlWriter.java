package io.edog.rest.internal.http;

import io.edog.rest.internal.body.TablesView;
import io.edog.rest.internal.body.TablesView.TableView;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Tables as the first edog wrote them: {@code <xml><table name="vm_t"><row uuid="…"/></table></xml>}. */
@Provider
@Produces({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
public final class TablesXmlWriter implements MessageBodyWriter<Record> {
    private final XMLOutputFactory factory = XMLOutputFactory.newInstance();

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == TablesView.class || type == TableView.class;
    }

    @Override
    public void writeTo(
            Record value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        List<TableView> tables = value instanceof TablesView all ? all.tables() : List.of((TableView) value);
        try {
            write(factory.createXMLStreamWriter(stream, "UTF-8"), tables);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void write(XMLStreamWriter xml, List<TableView> tables) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("xml");
        for (TableView table : tables) {
            xml.writeStartElement("table");
            xml.writeAttribute("name", table.name());
            for (Map<String, String> row : table.rows()) {
                xml.writeEmptyElement("row");
                for (Map.Entry<String, String> column : row.entrySet()) {
                    xml.writeAttribute(column.getKey(), column.getValue());
                }
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }
}
