package org.rotfaden.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/// What an input method or the keyboard of a phone does in a window: it composes a word, which
/// stands in the text while it grows, and in the end commits it.
final class InputMethod {

    private final CDPSession tools;

    InputMethod(Page page) {
        this.tools = page.context().newCDPSession(page);
    }

    /// Shows the word as it is composed so far.
    void compose(String word) {
        var composition = new JsonObject();
        composition.addProperty("text", word);
        composition.addProperty("selectionStart", word.length());
        composition.addProperty("selectionEnd", word.length());
        tools.send("Input.imeSetComposition", composition);
    }

    /// Puts the word into the text and ends the composition, if there is one.
    void commit(String word) {
        var text = new JsonObject();
        text.addProperty("text", word);
        tools.send("Input.insertText", text);
    }
}
