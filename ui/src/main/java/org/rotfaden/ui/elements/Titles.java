package org.rotfaden.ui.elements;

/// What a page is called in the browser's tab.
public final class Titles {

    private Titles() {}

    public static String of(String page) {
        return page + " · Rotfaden";
    }
}
