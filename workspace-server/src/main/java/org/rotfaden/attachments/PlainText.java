package org.rotfaden.attachments;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rotfaden.attachments.pictures.Bytes;

/// Words and nothing else. What begins as a page, a drawing or a program is one, whatever it is
/// called.
final class PlainText {

    private static final List<Charset> CHARACTERS =
            List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));
    private static final String ALLOWED = "\t\n\r\f";
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    /// As much as it takes to see that something is an element.
    private static final int BEGINNING = 64;

    private static final Pattern MARKUP =
            Pattern.compile(
                    "(?:<[!?]|</?[A-Za-z][\\w-]*(?::[\\w-]+)?(?:[\\s/>]|$)|#!).*", Pattern.DOTALL);

    private PlainText() {}

    /// In which characters a file is written, if it is text.
    static Optional<Charset> charactersOf(Bytes file) throws IOException {
        if (isMarkup(file)) {
            return Optional.empty();
        }
        for (Charset characters : CHARACTERS) {
            if (isIn(characters, file)) {
                return Optional.of(characters);
            }
        }
        return Optional.empty();
    }

    private static boolean isMarkup(Bytes file) throws IOException {
        long begin = file.has(BYTE_ORDER_MARK, 0) ? BYTE_ORDER_MARK.length() : 0;
        while (begin < file.size() && Character.isWhitespace(file.at(begin))) {
            begin++;
        }
        int length = (int) Math.min(BEGINNING, file.size() - begin);
        return MARKUP.matcher(file.signs(begin, length)).matches();
    }

    private static boolean isIn(Charset characters, Bytes file) throws IOException {
        try (Reader text = new InputStreamReader(file.stream(), characters.newDecoder())) {
            for (int next = text.read(); next >= 0; next = text.read()) {
                if (Character.isISOControl(next) && ALLOWED.indexOf(next) < 0) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException others) {
            return false;
        }
    }
}
