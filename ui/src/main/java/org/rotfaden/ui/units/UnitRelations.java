package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitUnion;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.RowMenu;
import org.rotfaden.ui.elements.Undoable;

/// The units below one, those linked with it and the unions it is part of.
final class UnitRelations extends Div {

    private static final int AT_ONCE = 60;

    private final transient UnitsAtWork work;
    private final transient Unit unit;
    private final transient MemberId reader;
    private final boolean administers;

    private UnitRelations(UnitsAtWork work, Unit unit, MemberId reader) {
        this.work = work;
        this.unit = unit;
        this.reader = reader;
        this.administers = work.allows(reader, Permission.ADMINISTER, unit.id());
    }

    /// The units below one.
    static UnitRelations below(UnitsAtWork work, Unit unit, MemberId reader) {
        var relations = new UnitRelations(work, unit, reader);
        List<Unit> below = work.structure().rightBelow(unit.id());
        if (!below.isEmpty()) {
            relations.add(
                    new Section(
                            new H2(relations.getTranslation("unit.below")),
                            relations.belowRows(below)));
        }
        return relations;
    }

    /// The units that one is linked with, and the unions it is part of.
    static UnitRelations ties(UnitsAtWork work, Unit unit, MemberId reader) {
        var relations = new UnitRelations(work, unit, reader);
        List<UnitId> links = work.ties().linksOf(unit.id());
        if (!links.isEmpty()) {
            relations.add(
                    new Section(
                            new H2(relations.getTranslation("unit.links")),
                            relations.linkRows(links)));
        }
        work.ties().unionsOf(unit.id()).forEach(union -> relations.add(relations.union(union)));
        return relations;
    }

    private UnorderedList belowRows(List<Unit> below) {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "unit-rows");
        below.stream().limit(AT_ONCE).forEach(lower -> rows.add(row(lower)));
        if (below.size() > AT_ONCE) {
            rows.add(
                    new ListItem(
                            new PageLink(
                                    Paths.UNITS,
                                    getTranslation("units.more", below.size() - AT_ONCE))));
        }
        return rows;
    }

    private ListItem row(Unit other) {
        int count = work.structure().countRightBelow(other.id());
        var about =
                new Span(
                        count == 0
                                ? other.kind()
                                : other.kind() + " · " + getTranslation("units.below", count));
        about.addClassName("about");
        return new ListItem(PageLink.named(Paths.unit(other.slug()), other.name()), about);
    }

    private UnorderedList linkRows(List<UnitId> links) {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "unit-rows");
        for (UnitId id : links) {
            Unit other = work.units().get(id);
            ListItem row = row(other);
            if (administers) {
                row.add(
                        new RowMenu(other.name())
                                .with(getTranslation("unit.unlink"), () -> unlink(other)));
            }
            rows.add(row);
        }
        return rows;
    }

    private void unlink(Unit other) {
        work.ties().unlink(reader, unit.id(), other.id());
        new Undoable(
                        getTranslation("unit.unlinked", unit.name(), other.name()),
                        () -> work.ties().link(reader, unit.id(), other.id()))
                .open();
    }

    private Section union(UnitUnion union) {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "unit-rows");
        union.units().stream()
                .filter(part -> !part.equals(unit.id()))
                .forEach(part -> rows.add(row(work.units().get(part))));
        var section = new Section(new H2(union.name()), new Paragraph(union.purpose()), rows);
        if (administers) {
            section.addComponentAtIndex(
                    1,
                    new RowMenu(union.name())
                            .with(getTranslation("union.end"), () -> askAndEnd(union)));
        }
        return section;
    }

    private void askAndEnd(UnitUnion union) {
        new Question(
                        getTranslation("union.end.question", union.name()),
                        getTranslation("union.end.effect", union.units().size()),
                        new Question.Answers(getTranslation("cancel"), getTranslation("union.end")),
                        () -> work.ties().dissolve(reader, union.id()))
                .open();
    }
}
