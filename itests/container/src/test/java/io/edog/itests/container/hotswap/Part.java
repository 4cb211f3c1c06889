package io.edog.itests.container.hotswap;

import java.util.Set;

/** A part of the node that comes and goes as a feature, and what its absence means. */
interface Part {
    String feature();

    /** The bundles that a newer version of the feature replaces. */
    Set<String> bundles();

    /** What is answered well whether the part is there or not: paths. */
    Set<String> unaffected();

    /** What is not answered well without the part: paths. */
    Set<String> affected();

    /** Checks what is to be seen while the part is away. */
    void away(Node node, Guest guest);

    /** Waits until the part does its work again. */
    void back(Node node, Guest guest);
}
