package io.edog.appctl.inventory;

import io.edog.appctl.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The member list of the first edog: {@code <cluster><slave ip='10.0.0.1'/></cluster>}, one slave for each agent. */
public final class ClusterXml {
    private ClusterXml() {}

    /** The addresses in a file. */
    public static List<String> read(Path file) {
        try {
            NodeList slaves = parse(Files.readString(file)).getElementsByTagName("slave");
            return IntStream.range(0, slaves.getLength())
                    .mapToObj(i -> ((Element) slaves.item(i)).getAttribute("ip"))
                    .filter(ip -> !ip.isBlank())
                    .toList();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw Refusal.usage(
                    file + " can't be read: " + e.getMessage(),
                    "It looks like <cluster><slave ip='10.0.0.1'/></cluster>.");
        }
    }

    /** The agents of a cluster. */
    public static String write(Cluster cluster) {
        StringBuilder xml = new StringBuilder("<?xml version='1.0'?>\n<cluster>\n");
        cluster.agents()
                .forEach(agent ->
                        xml.append("  <slave ip='").append(agent.address()).append("'/>\n"));
        return xml.append("</cluster>\n").toString();
    }

    private static Document parse(String text) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        return builder.parse(new InputSource(new StringReader(text)));
    }

    /** The parser's own would print to standard error. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {
            // what is well-formed is good enough
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
