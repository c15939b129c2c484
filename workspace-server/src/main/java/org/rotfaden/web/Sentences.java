package org.rotfaden.web;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.Decision;
import org.rotfaden.security.Reason;
import org.rotfaden.security.Spoken;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts reasons and broken rules into words: the same for people, for programs and on every page.
@Component
public class Sentences {

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /// Why something is allowed or refused.
    public String of(Decision decision, Locale locale) {
        Reason reason = decision.reason();
        String kind = decision.allowed() ? "reason." : "problem.";
        return sentence(kind + reason.code(), reason.details(), locale);
    }

    /// By which role somebody may do something.
    public String of(Reason reason, Locale locale) {
        return sentence("reason." + reason.code(), reason.details(), locale);
    }

    /// By which role somebody else may do something: what follows a name and a colon.
    public String ofOther(Reason reason, Locale locale) {
        return sentence("reason.other." + reason.code(), reason.details(), locale);
    }

    /// Which rule stands in the way.
    public String of(BrokenRule broken, Locale locale) {
        return sentence("problem." + broken.code(), broken.details(), locale);
    }

    String ofProblem(String code, Locale locale) {
        return sentence("problem." + code, List.of(), locale);
    }

    private String sentence(String key, List<Object> details, Locale locale) {
        Object[] inWords = details.stream().map(detail -> inWords(detail, locale)).toArray();
        return requireNonNullElse(messages.getMessage(key, inWords, key, locale), key);
    }

    private static Object inWords(Object detail, Locale locale) {
        return switch (detail) {
            case LocalDate day -> day(day, locale);
            case YearMonth month -> DateTimeFormatter.ofPattern("LLLL y", locale).format(month);
            case Spoken spoken -> spoken.in(locale);
            default -> detail;
        };
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    }
}
