package org.rotfaden.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.association.Name;
import org.rotfaden.members.AlreadySetUp;
import org.rotfaden.members.Email;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.members.SampleMembers;
import org.rotfaden.motions.SampleMotions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Fills an empty workspace with the sample association. Everybody knows its passwords, so the
/// database carries a mark: where it is, the workspace starts as a demonstration only, and where
/// members are without it, never as one.
@Component
class SampleAssociation implements SmartInitializingSingleton, ApplicationRunner {

    /// Whose rights rest, so that one can see how that is.
    private static final String READS_ONLY = "clara";

    private static final ClassPathResource FILE = new ClassPathResource("sample/association.json");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final Members members;
    private final Associations associations;
    private final SampleOrganisation organisation;
    private final SampleMotions motions;
    private final SampleTalk talk;
    private final Database database;
    private final Today today;
    private final boolean demo;

    SampleAssociation(
            Members members,
            Associations associations,
            SampleOrganisation organisation,
            SampleMotions motions,
            SampleTalk talk,
            Database database,
            Today today,
            @Value("${rotfaden.demo}") boolean demo) {
        this.members = members;
        this.associations = associations;
        this.organisation = organisation;
        this.motions = motions;
        this.talk = talk;
        this.database = database;
        this.today = today;
        this.demo = demo;
    }

    /// Before anybody can open a page.
    @Override
    public void afterSingletonsInstantiated() {
        if (members.isEmpty()) {
            return;
        }
        if (database.holdsSample() && !demo) {
            throw new CannotStart(Hindrance.DEMO_DATA, database.place());
        }
        if (!database.holdsSample() && demo) {
            throw new CannotStart(Hindrance.REAL_DATA, database.place());
        }
    }

    /// Loads it whole or not at all.
    @Override
    public void run(ApplicationArguments arguments) {
        if (demo && members.isEmpty()) {
            try {
                fill();
            } catch (AlreadySetUp quicker) {
                // the node beside this one has filled it
                afterSingletonsInstantiated();
            }
        }
    }

    /// Fills an empty workspace.
    ///
    /// @throws org.rotfaden.members.AlreadySetUp when it is not empty
    void fill() {
        database.fillWithSample(this::load);
        talk.comment();
    }

    boolean isLoaded() {
        return database.holdsSample();
    }

    private void load() {
        members.expectNone();
        SampleDescription sample = read();
        associations.found(AssociationSettings.of(sample.name(), "de", "Europe/Berlin", null));
        List<Member> people =
                members.registerSample(
                        sample.people().stream().map(this::newcomer).toList(),
                        SampleMembers.PASSWORD);
        members.makeSampleAdministrator(people.getFirst().id());
        SampleOrganisation.Built built = organisation.build(sample, people);
        Map<String, Subject> drafted = new HashMap<>();
        sample.motions()
                .forEach(motion ->
                        drafted.put(
                                motion.file(),
                                motions.draft(
                                                motion.file(),
                                                built.person(motion.author()),
                                                built.owner(motion.type(), motion.owner()),
                                                motion.daysAgo())
                                        .id()
                                        .subject()));
        talk.begin(sample.threads(), built, drafted);
    }

    private NewMember newcomer(SampleDescription.Person person) {
        var name = new Name(person.name());
        String mailbox = person.mailbox() == null ? name.slug(_ -> false) : person.mailbox();
        LocalDate born =
                person.age() == null ? null : today.date().minusYears(person.age()).minusDays(100);
        return new NewMember(
                name,
                new Email(SampleMembers.address(mailbox)),
                READS_ONLY.equals(mailbox) ? Right.READ : Right.WRITE,
                born);
    }

    private static SampleDescription read() {
        try (InputStream file = FILE.getInputStream()) {
            return JSON.readValue(file, SampleDescription.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
