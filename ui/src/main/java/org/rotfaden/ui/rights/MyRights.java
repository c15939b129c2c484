package org.rotfaden.ui.rights;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;
import java.util.Set;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Trouble;

/// What the reader may do with a thing, and why or why not.
final class MyRights extends Section {

    private static final Set<String> RESTING = Set.of("MAY_ONLY_READ", Permissions.HAS_LEFT);

    private final transient RightsAtWork work;
    private final transient Thing thing;
    private final transient MemberId reader;
    private final Div trouble = new Div();

    MyRights(RightsAtWork work, Thing thing, MemberId reader) {
        this.work = work;
        this.thing = thing;
        this.reader = reader;
        var answers = new UnorderedList();
        answers.addClassNames("rows", "answers");
        Map<Permission, Decision> decided = work.permissions().explain(reader, thing.subject());
        thing.type()
                .questions()
                .forEach(question ->
                        answers.add(answer(question, requireNonNull(decided.get(question)))));
        add(new H2(getTranslation("rights.mine")), answers, trouble);
        work.grants().at(thing.subject()).stream()
                .filter(grant -> grant.member().equals(reader))
                .forEach(grant -> add(layingDown(grant)));
    }

    private ListItem answer(Permission question, Decision decision) {
        var sign = new Span(getTranslation(decision.allowed() ? "yes" : "no"));
        sign.addClassNames("answer", decision.allowed() ? "yes" : "no");
        var words = new Div(new H3(getTranslation(thing.words("do", question))));
        words.add(new Paragraph(reason(question, decision)));
        if (!decision.allowed() && !RESTING.contains(decision.reason().code())) {
            words.add(needed(question));
        }
        return new ListItem(sign, words);
    }

    private String reason(Permission question, Decision decision) {
        String reason = work.sentences().of(decision, getLocale());
        return work.permissions()
                .grantFor(reader, question, thing.subject())
                .flatMap(grant -> work.origins().of(grant, thing, reader, getLocale()))
                .map(origin -> reason + " " + origin)
                .orElse(reason);
    }

    private Paragraph needed(Permission question) {
        var needed = new Paragraph(getTranslation(thing.words("needed", question)));
        needed.addClassName("hint");
        return needed;
    }

    /// What was given to the reader by hand she may lay down; only others can give it again.
    private Div layingDown(ExplicitGrant grant) {
        String role = getTranslation("rights.role." + grant.role());
        var layDown = new Act(getTranslation("rights.lay-down"), () -> ask(grant, role));
        layDown.addThemeVariants(ButtonVariant.TERTIARY);
        layDown.setAriaLabel(getTranslation("rights.lay-down.of", role));
        var line = new Div(new Span(getTranslation("rights.by-hand", role)), layDown);
        line.addClassName("with-why");
        return line;
    }

    private void ask(ExplicitGrant grant, String role) {
        new Question(
                        getTranslation("rights.lay-down.title", role),
                        getTranslation("rights.lay-down.text", thing.name()),
                        new Question.Answers(
                                getTranslation("cancel"), getTranslation("rights.lay-down")),
                        () -> layDown(grant))
                .open();
    }

    private void layDown(ExplicitGrant grant) {
        trouble.removeAll();
        try {
            work.grants().end(reader, grant.id());
        } catch (BrokenRule broken) {
            trouble.add(new Trouble(null, work.sentences().of(broken, getLocale())));
        }
    }
}
