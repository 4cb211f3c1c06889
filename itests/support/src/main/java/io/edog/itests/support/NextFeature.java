package io.edog.itests.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Makes a repository of features that holds one feature alone, in a newer version, as it would be released by itself: its own bundles are
 * newer, all that it stands on is as it was.
 */
public final class NextFeature {
    private static final String OWN = "mvn:io.edog/";

    private final Path features;
    private final NextVersion bundles;
    private final String version;
    private final String next;

    /**
     * @param system the distribution's repository
     * @param repository where the newer versions go
     */
    public NextFeature(Path system, Path repository, String version, String next) {
        this.features = system.resolve("io/edog/edog-features")
                .resolve(version)
                .resolve("edog-features-" + version + "-features.xml");
        this.bundles = new NextVersion(system, repository, version, next);
        this.version = version;
        this.next = next;
    }

    /** Where a container finds the newer version of a feature once what was made lies in its system/ directory. */
    public static String url(String feature, String next) {
        return OWN + feature + "-next/" + next + "/xml/features";
    }

    /** Makes a newer version of a feature of the distribution. */
    public void make(String feature) throws IOException {
        Document document = Xml.read(features);
        Element root = document.getDocumentElement();
        root.setAttribute("name", feature + "-" + next);
        for (Node child : children(root)) {
            if (child instanceof Element element && element.getAttribute("name").equals(feature)) {
                element.setAttribute("version", next);
                newer(element.getElementsByTagName("bundle"));
            } else {
                root.removeChild(child);
            }
        }
        Xml.write(document, bundles.place(feature + "-next", "-features.xml"));
    }

    private void newer(NodeList urls) throws IOException {
        for (int i = 0; i < urls.getLength(); i++) {
            String[] name = urls.item(i).getTextContent().strip().split("/", -1);
            if (urls.item(i).getTextContent().strip().startsWith(OWN)
                    && name[2].equals(version)
                    && !name[1].startsWith("edog-repack-")) {
                bundles.bundle(name[1]);
                urls.item(i).setTextContent(OWN + name[1] + "/" + next);
            }
        }
    }

    private static List<Node> children(Element root) {
        NodeList nodes = root.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
    }
}
