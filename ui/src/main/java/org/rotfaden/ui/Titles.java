package org.rotfaden.ui;

/// What a page is called in the browser's tab.
final class Titles {

    private Titles() {}

    static String of(String page) {
        return page + " · Rotfaden";
    }
}
