package org.rotfaden.ui.units;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rotfaden.association.Wording;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.TreeEvent;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitTree;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ThreadSign;
import org.rotfaden.ui.elements.Titles;

/// The trees of units, as a list that opens branch by branch and as a picture.
@Route(Paths.UNITS)
@PermitAll
class UnitTreeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PICTURE = "bild";
    private static final int MOST_FOUND = 50;

    private final transient UnitsAtWork work;
    private final transient MemberId reader;
    private final TextField filter = new TextField();
    private final Div head = new Div();
    private final Div choice = new Div();
    private final Div content = new Div();
    private final transient Map<UnitId, Integer> opened = new HashMap<>();
    private final transient LivePage live;
    private boolean asPicture;

    UnitTreeView(UnitsAtWork work, CurrentMember currentMember, Live live) {
        this.work = work;
        this.reader = currentMember.get().member();
        addClassNames("page", "units-page");
        filter.setPlaceholder(getTranslation("units.filter"));
        filter.setAriaLabel(getTranslation("units.filter"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(_ -> showUnits());
        head.addClassName("page-head");
        choice.addClassName("choice");
        var tools = new Div(filter, choice);
        tools.addClassName("tools");
        add(head, tools, content);
        this.live =
                live.page(this, reader, this::show).hears(TreeEvent.class).hears(UnitEvent.class);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asPicture = event.getLocation().getQueryParameters().getParameters().containsKey(PICTURE);
        live.show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("units.title"));
    }

    private void showHead() {
        head.removeAll();
        head.add(new H1(getTranslation("units.title")));
        if (work.permissions().allows(reader, Permission.ADMINISTER, Subject.ASSOCIATION)) {
            head.add(
                    new Act(
                            getTranslation("tree.make"),
                            () -> new MakeTreeDialog(work, reader).open()));
        }
    }

    private void showChoice() {
        var list = new PageLink(Paths.UNITS, getTranslation("units.as-list"));
        var picture = new PageLink(Paths.UNITS + "?" + PICTURE, getTranslation("units.as-picture"));
        (asPicture ? picture : list).getElement().setAttribute("aria-current", "true");
        choice.removeAll();
        choice.add(list, picture);
    }

    /// What is typed and what is opened stays.
    private void show() {
        showHead();
        showChoice();
        showUnits();
    }

    private void showUnits() {
        content.removeAll();
        Structure structure = work.structure();
        if (!filter.getValue().isBlank()) {
            showFound(structure);
        } else if (structure.trees().isEmpty()) {
            var nothing = new Div(new ThreadSign(), new Paragraph(getTranslation("units.none")));
            nothing.addClassName("nothing");
            content.add(nothing);
        } else {
            structure.trees().forEach(tree -> content.add(tree(structure, tree)));
        }
    }

    private void showFound(Structure structure) {
        String words = Wording.plain(filter.getValue()).toLowerCase(Locale.ROOT);
        List<Unit> found =
                structure.current().stream()
                        .filter(unit -> unit.name().toLowerCase(Locale.ROOT).contains(words))
                        .sorted(Comparator.comparing(Unit::name))
                        .limit(MOST_FOUND)
                        .toList();
        var rows = new UnorderedList();
        rows.addClassNames("rows", "unit-rows");
        found.forEach(unit -> rows.add(new UnitRow(unit, structure)));
        var count = new Paragraph(getTranslation("units.found", found.size()));
        count.addClassName("about");
        count.getElement().setAttribute("role", "status");
        content.add(count, rows);
    }

    private Section tree(Structure structure, UnitTree tree) {
        var section = new Section(new H2(tree.name()));
        section.addClassName("unit-tree");
        List<Unit> top = structure.top(tree.id());
        if (top.isEmpty()) {
            section.add(new Paragraph(getTranslation("tree.empty")));
        } else if (asPicture) {
            section.add(new UnitPicture(structure, tree));
        } else {
            var branches = new UnorderedList();
            branches.addClassName("branches");
            top.forEach(unit -> {
                opened.putIfAbsent(unit.id(), UnitBranch.AT_ONCE);
                branches.add(new UnitBranch(structure, unit, opened));
            });
            section.add(branches);
        }
        if (work.permissions().allows(reader, Permission.ADMINISTER, Subject.ASSOCIATION)) {
            var found =
                    new Act(
                            getTranslation("unit.found-top", tree.name()),
                            new Icon("plus"),
                            () -> new FoundUnitDialog(work, reader, tree, null).open());
            found.addThemeVariants(ButtonVariant.TERTIARY);
            section.add(found);
        }
        return section;
    }
}
