package org.rotfaden.organisation.directory.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.http.Me;
import org.rotfaden.http.Slice;
import org.rotfaden.members.MemberObjection;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.organisation.directory.Person;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Subject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finding units, bodies, groups and people.
@RestController
@Tag(name = "Directory")
@RequestMapping("/api")
class DirectoryController {

    /// An office that somebody holds, held or will hold.
    record HeldResource(
            String title,
            String body,
            String bodySlug,
            UnitId unit,
            LocalDate from,
            @Nullable LocalDate lastDay) {

        static HeldResource of(Person.Held held) {
            return new HeldResource(
                    held.title(),
                    held.body(),
                    held.bodySlug(),
                    held.unit().id(),
                    held.term().from(),
                    held.term().lastDay());
        }
    }

    /// What a program finds.
    enum Kind {
        UNIT,
        BODY,
        GROUP,
        PERSON;

        private static Kind of(Subject subject) {
            return switch (subject.type()) {
                case UnitId.SUBJECT -> UNIT;
                case BodyId.SUBJECT -> BODY;
                case WorkingGroupId.SUBJECT -> GROUP;
                default -> PERSON;
            };
        }
    }

    /// @param slug its place in addresses
    /// @param about what tells it from others of the same name; may be empty
    record FoundResource(Kind kind, String name, String slug, String about) {

        static List<FoundResource> of(List<Named> found) {
            return found.stream()
                    .map(one ->
                            new FoundResource(
                                    Kind.of(one.subject()), one.name(), one.slug(), one.about()))
                    .toList();
        }
    }

    /// @param homes units in which one may see names
    record PersonResource(
            MemberId id,
            String name,
            String slug,
            List<HeldResource> offices,
            List<UnitId> homes,
            List<FoundResource> groups) {

        static PersonResource of(Person person) {
            return new PersonResource(
                    person.id(),
                    person.name(),
                    person.slug(),
                    person.offices().stream().map(HeldResource::of).toList(),
                    person.homes().stream().map(home -> home.id()).toList(),
                    FoundResource.of(person.groups()));
        }
    }

    private final Directory directory;

    DirectoryController(Directory directory) {
        this.directory = directory;
    }

    @Operation(summary = "Units, bodies, groups and people one may know of, by beginnings of words")
    @GetMapping("/directory")
    List<FoundResource> find(
            @Me MemberId me,
            @RequestParam String words,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        return FoundResource.of(directory.find(me, words, new Slice(0, most).most()));
    }

    @Operation(summary = "Where one belongs: home units, bodies, groups, units followed")
    @GetMapping("/members/me/places")
    List<FoundResource> places(@Me MemberId me) {
        return FoundResource.of(directory.placesOf(me).stream().map(Belonging::place).toList());
    }

    @Operation(summary = "What one may see of a person")
    @GetMapping("/people/{slug}")
    PersonResource person(@Me MemberId me, @PathVariable String slug) {
        return PersonResource.of(
                directory.person(me, slug).orElseThrow(MemberObjection.MEMBER_NOT_FOUND::raised));
    }
}
