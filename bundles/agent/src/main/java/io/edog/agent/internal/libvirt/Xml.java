package io.edog.agent.internal.libvirt;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An XML element under construction. All escaping is the JDK's. */
final class Xml {
    private final Element element;

    private Xml(Element element) {
        this.element = element;
    }

    static Xml root(String name) {
        try {
            Document document = factory().newDocumentBuilder().newDocument();
            Element root = document.createElement(name);
            document.appendChild(root);
            return new Xml(root);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser can't be had", e);
        }
    }

    /** Reads a small document; empty if it is none. */
    static Optional<Element> parse(String xml) {
        try {
            DocumentBuilderFactory factory = factory();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(
                    builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (SAXException e) {
            return Optional.empty();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the JDK's XML parser can't be had", e);
        }
    }

    private static DocumentBuilderFactory factory() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory;
    }

    /** A new child. */
    Xml child(String name) {
        return append(document().createElement(name));
    }

    /** A new child of a namespace; the name has its prefix. */
    Xml child(String namespace, String name) {
        return append(document().createElementNS(namespace, name));
    }

    private Document document() {
        return element.getOwnerDocument();
    }

    private Xml append(Element child) {
        element.appendChild(child);
        return new Xml(child);
    }

    /** A new child that is only text; this element again. */
    Xml text(String name, String text) {
        child(name).element.setTextContent(text);
        return this;
    }

    /** Sets an attribute; this element again. */
    Xml set(String name, Object value) {
        element.setAttribute(name, value.toString());
        return this;
    }

    Element element() {
        return element;
    }

    /** The document it belongs to, as text. */
    @Override
    public String toString() {
        try {
            StringWriter text = new StringWriter();
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(document()), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document can't be written", e);
        }
    }
}
