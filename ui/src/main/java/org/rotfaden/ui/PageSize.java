package org.rotfaden.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import java.util.concurrent.atomic.AtomicLong;

/// About how much memory a page takes on the server, by what it is made of.
final class PageSize {

    /// Of a page of which nothing is known yet, in bytes; measured: 170 to 355 kB.
    static final long AT_FIRST = 350_000;

    /// Of an element with its component, in bytes; measured on four pages: 900 to 1,600.
    private static final long OF_ELEMENT = 1_300;

    private PageSize() {}

    /// In bytes. Called under the lock of its session.
    static long of(UI ui) {
        var bytes = new AtomicLong();
        ui.getElement()
                .getNode()
                .visitNodeTree(node -> bytes.addAndGet(OF_ELEMENT + ofWords(node)));
        return bytes.get();
    }

    /// What was typed into a field, above all.
    private static long ofWords(StateNode node) {
        return node.hasFeature(ElementPropertyMap.class)
                ? node.getFeatureIfInitialized(ElementPropertyMap.class)
                        .map(PageSize::ofWords)
                        .orElse(0L)
                : 0;
    }

    private static long ofWords(ElementPropertyMap properties) {
        return properties
                .getPropertyNames()
                .map(properties::getProperty)
                .filter(String.class::isInstance)
                .mapToLong(words -> 2L * ((String) words).length())
                .sum();
    }
}
