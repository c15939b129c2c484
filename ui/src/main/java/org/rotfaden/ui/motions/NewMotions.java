package org.rotfaden.ui.motions;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.stream.Stream;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionQuery;
import org.rotfaden.motions.MotionQuery.Order;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Happened;
import org.rotfaden.ui.elements.Happened.Asked;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;
import org.springframework.stereotype.Component;

/// Motions that were begun for more than whoever began them.
@Component
class NewMotions implements Happened.Source {

    private final MotionCatalogue catalogue;
    private final I18NProvider words;

    NewMotions(MotionCatalogue catalogue, I18NProvider words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    @Override
    public List<Happened> latest(Asked asked) {
        MemberId member = asked.member();
        MotionQuery others = MotionQuery.ALL.by(Order.LISTED).begunByOthersThan(member);
        return catalogue.list(others, member, asked.most()).stream()
                .flatMap(motion -> news(motion, asked))
                .toList();
    }

    private Stream<Happened> news(MotionSummary motion, Asked asked) {
        return Stream.ofNullable(motion.listed())
                .filter(at -> !at.isBefore(asked.from()))
                .map(at ->
                        new Happened(
                                at,
                                null,
                                words.getTranslation("motions.news", asked.language()),
                                motion.owner(),
                                Titles.ofThing(motion.title(), words, asked.language()),
                                Paths.motion(motion.number().value())));
    }
}
