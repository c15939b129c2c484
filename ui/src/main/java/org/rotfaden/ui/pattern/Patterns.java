package org.rotfaden.ui.pattern;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.ActsMenu;
import org.rotfaden.ui.elements.Face;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.NativeChoice;
import org.rotfaden.ui.elements.NewsPill;
import org.rotfaden.ui.elements.Nothing;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlaceHead;
import org.rotfaden.ui.elements.RowMenu;
import org.rotfaden.ui.elements.Scheme;
import org.rotfaden.ui.elements.StateChip;
import org.rotfaden.ui.elements.Table;
import org.rotfaden.ui.elements.ThreadLine;
import org.rotfaden.ui.elements.ThreadLine.Knot;
import org.rotfaden.ui.elements.Trouble;
import org.rotfaden.ui.elements.Undoable;
import org.rotfaden.ui.elements.When;
import org.rotfaden.ui.elements.Why;

/// One of each thing that pages are made of, in one scheme.
final class Patterns extends Section {

    private static final List<String> SIZES =
            List.of("title", "head", "lead", "body", "note", "small");
    private static final List<String> COLOURS =
            List.of("ink", "ink-soft", "link", "good", "caution", "thread", "line", "control");

    private final transient MemberId reader;
    private final String name;

    Patterns(Scheme scheme, MemberId reader, Clock clock) {
        this.reader = reader;
        name = getTranslation("scheme." + scheme);
        addClassNames("patterns", scheme.code());
        add(
                new H2(name),
                part("type", type()),
                part("colour", colours()),
                part("head", head()),
                part("tabs", tabs()),
                part("acts", acts()),
                part("fields", fields()),
                part("rows", rows()),
                part("table", table()),
                part("thread", thread(), foldedThread()),
                part("signs", signs()),
                part("empty", empty()),
                part("trouble", new Trouble(words("trouble.what"), words("trouble.do"))),
                part("notice", notice()),
                part("moment", new When(clock.instant().minus(Duration.ofMinutes(7)), clock)),
                part("skeleton", skeleton()));
    }

    private Section part(String name, Component... shown) {
        var part = new Section(new H3(words(name)));
        part.add(shown);
        return part;
    }

    private String words(String key) {
        return getTranslation("pattern." + key);
    }

    private Component[] type() {
        return SIZES.stream()
                .map(size -> {
                    var line = new Paragraph(words("sentence"));
                    line.getStyle().set("font-size", "var(--rf-type-" + size + ")");
                    return line;
                })
                .toArray(Component[]::new);
    }

    private Div colours() {
        var colours = new Div();
        colours.addClassName("swatches");
        COLOURS.forEach(colour -> {
            var swatch = new Span(colour);
            swatch.getStyle().set("--swatch", "var(--rf-" + colour + ")");
            colours.add(swatch);
        });
        return colours;
    }

    private PlaceHead head() {
        var menu = new ActsMenu("motion.acts");
        menu.add("pattern.change", () -> {});
        menu.beginGroup();
        menu.add("pattern.end", () -> {});
        PlaceHead head =
                new PlaceHead(List.of(link("above")), words("place"))
                        .facts(new Span(words("facts")))
                        .acts(primary(), menu);
        // The page has one heading of its own.
        head.getElement()
                .executeJs(
                        """
                        this.querySelector('h1').setAttribute('aria-level', '4');
                        this.querySelector('nav').setAttribute('aria-label', $0);
                        """,
                        words("head") + " " + name);
        return head;
    }

    private PageLink link(String name) {
        return new PageLink(Paths.PATTERNS, words(name));
    }

    private Nav tabs() {
        var list = new UnorderedList();
        Stream.of("tab.here", "tab.other", "tab.third")
                .forEach(tab -> {
                    PageLink link = link(tab);
                    link.mark(tab.equals("tab.here"));
                    list.add(new ListItem(link));
                });
        var tabs = new Nav(list);
        tabs.addClassName("tabs");
        tabs.setAriaLabel(words("tabs") + " " + name);
        return tabs;
    }

    private Act primary() {
        var act = new Act(words("begin"), new Icon("plus"), () -> {});
        act.addThemeVariants(ButtonVariant.PRIMARY);
        return act;
    }

    private Div acts() {
        var quiet = new Act(words("quiet"), () -> {});
        quiet.addThemeVariants(ButtonVariant.TERTIARY);
        var refused = new Act(words("refused"), () -> {});
        refused.setEnabled(false);
        var acts = new Div(primary(), new Act(words("change"), () -> {}), quiet, refused);
        acts.add(new Why(words("why")));
        acts.addClassName("with-why");
        return acts;
    }

    private Div fields() {
        var field = new TextField(words("field"));
        field.setHelperText(words("field.help"));
        var wrong = new TextField(words("field"));
        wrong.setInvalid(true);
        wrong.setErrorMessage(words("field.wrong"));
        var choice = new NativeChoice<String>(words("choice"), this::words, _ -> {});
        choice.show(List.of("tab.here", "tab.other"), "tab.here");
        return new Div(field, wrong, choice);
    }

    private UnorderedList rows() {
        var about = new Div(new Span(words("facts")));
        about.addClassName("about");
        var rows =
                new UnorderedList(
                        new ListItem(
                                new Div(link("place"), about),
                                new RowMenu(words("place")).with(words("end"), () -> {})),
                        new ListItem(new Div(link("above")), new StateChip(words("state"))));
        rows.addClassName("rows");
        return rows;
    }

    private Table<String> table() {
        var table =
                new Table<String>(words("table"), name -> name)
                        .column(words("column.name"), this::link)
                        .column(words("column.about"), _ -> new Span(words("facts")));
        table.show(List.of("place", "above"));
        return table;
    }

    private ThreadLine thread() {
        return new ThreadLine(
                words("thread"),
                List.of(
                        Knot.done(words("knot.done")).with(words("sentence")),
                        Knot.now(words("knot.now")),
                        Knot.next(words("knot.next"))));
    }

    private NativeDetails foldedThread() {
        var folded = new NativeDetails(words("knot.now"));
        folded.addClassName("state");
        folded.setContent(thread());
        return folded;
    }

    private Div signs() {
        var signs =
                new Div(
                        new Face(words("person"), reader),
                        new StateChip(words("state")),
                        new Icon("motions"),
                        new Icon("units"));
        signs.addClassName("with-why");
        return signs;
    }

    private Nothing empty() {
        return new Nothing(new Paragraph(words("empty.text")), primary());
    }

    private Div notice() {
        var pill = new NewsPill("motions.waiting", () -> {});
        pill.show(3);
        return new Div(
                pill,
                new Act(
                        words("notice.show"),
                        () -> new Undoable(words("notice.done"), () -> {}).open()));
    }

    private static Div skeleton() {
        var skeleton = new Div();
        skeleton.addClassName("skeleton");
        skeleton.getElement().setAttribute("aria-hidden", "true");
        return skeleton;
    }
}
