package org.rotfaden.ui.elements;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.security.Decision;
import org.rotfaden.security.Holder;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.web.Sentences;
import org.springframework.stereotype.Component;

/// Says why somebody may not do something, and who can change that, as far as she may know them.
@Component
public class WhyNot {

    private static final int MOST = 3;

    private final Sentences sentences;
    private final Permissions permissions;
    private final Directory directory;
    private final Members members;
    private final I18NProvider words;

    WhyNot(
            Sentences sentences,
            Permissions permissions,
            Directory directory,
            Members members,
            I18NProvider words) {
        this.sentences = sentences;
        this.permissions = permissions;
        this.directory = directory;
        this.members = members;
        this.words = words;
    }

    /// Why something is refused at a subject.
    public String of(Decision refused, Subject at, MemberId reader, Locale language) {
        String why = sentences.of(refused, language);
        // Whoever has left finds nobody here.
        if (refused.reason().code().equals(Permissions.HAS_LEFT)) {
            return why;
        }
        List<String> helpers = whoAdminister(at, reader);
        return helpers.isEmpty()
                ? why
                : why
                        + " "
                        + words.getTranslation("why-not.ask", language, String.join(", ", helpers));
    }

    private List<String> whoAdminister(Subject at, MemberId reader) {
        return permissions
                .scopeOf(at)
                .map(scope -> {
                    Set<MemberId> ids =
                            permissions.holdersAt(at).stream()
                                    .filter(holder ->
                                            holder.grant().covers(Permission.ADMINISTER, scope))
                                    .map(Holder::member)
                                    .filter(member -> !member.equals(reader))
                                    .collect(Collectors.toSet());
                    return members.some(directory.visible(reader, ids)).values().stream()
                            .map(Member::name)
                            .sorted()
                            .limit(MOST)
                            .toList();
                })
                .orElseGet(List::of);
    }
}
