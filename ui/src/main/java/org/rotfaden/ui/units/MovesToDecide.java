package org.rotfaden.ui.units;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.memberships.HomeMove;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ToDo;
import org.springframework.stereotype.Component;

/// Members who ask to be at home in a unit, for whoever decides that there.
@Component
class MovesToDecide implements ToDo.Source {

    private final UnitsAtWork work;
    private final I18NProvider words;

    MovesToDecide(UnitsAtWork work, I18NProvider words) {
        this.work = work;
        this.words = words;
    }

    @Override
    public List<ToDo> of(MemberId member, Locale language, int most) {
        List<HomeMove> moves = work.moves().toDecide(member, most);
        Map<MemberId, Member> people =
                moves.isEmpty()
                        ? Map.of()
                        : work.people(moves.stream().map(HomeMove::member).toList());
        return moves.stream().map(move -> toDo(move, people, language)).toList();
    }

    private ToDo toDo(HomeMove move, Map<MemberId, Member> people, Locale language) {
        Member person = people.get(move.member());
        Unit to = work.units().get(move.to());
        return new ToDo(
                words.getTranslation(
                        "units.to-do.move",
                        language,
                        person == null ? "" : person.name(),
                        work.units().get(move.from()).name(),
                        to.name()),
                words.getTranslation("units.to-do.move.why", language, to.name()),
                words.getTranslation("units.to-do.move.act", language),
                Paths.unit(to.slug()));
    }
}
