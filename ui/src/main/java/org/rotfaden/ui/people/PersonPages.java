package org.rotfaden.ui.people;

import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Whether the reader may know of the person whose page is asked for.
@Component
class PersonPages implements PageGuard {

    private final Directory directory;

    PersonPages(Directory directory) {
        this.directory = directory;
    }

    @Override
    public State stateOf(String path, MemberId reader) {
        return PageGuard.absentIf(
                Paths.nameAt(Paths.PEOPLE, path)
                        .filter(slug -> directory.person(reader, slug).isEmpty())
                        .isPresent());
    }
}
