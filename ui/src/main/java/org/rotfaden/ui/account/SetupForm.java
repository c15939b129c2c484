package org.rotfaden.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Logo;
import org.rotfaden.association.Name;
import org.rotfaden.installation.SetUp;
import org.rotfaden.members.Email;
import org.rotfaden.members.MemberPasswords;
import org.rotfaden.organisation.units.NewTree;
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.AddressField;
import org.rotfaden.ui.elements.LogoField;
import org.rotfaden.ui.elements.Passwords;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.SettingsFields;
import org.rotfaden.ui.elements.Trouble;

/// The association, its first units and its first administrator, on one form. The units can be left
/// for later.
final class SetupForm extends Div {

    private final transient SetUp setUp;
    private final transient Runnable guard;
    private final transient Consumer<SetUp.FirstAdministrator> done;
    private final SettingsFields association = new SettingsFields();
    private final TextField tree = new TextField(getTranslation("setup.tree"));
    private final TextArea levels = new TextArea(getTranslation("tree.levels"));
    private final TextField top = new TextField(getTranslation("setup.top"));
    private final TextArea below = new TextArea(getTranslation("setup.below"));
    private final TextField name = new TextField(getTranslation("member.name"));
    private final AddressField email = new AddressField();
    private final PasswordField password = new PasswordField(getTranslation("login.password"));
    private final PasswordField again = new PasswordField(getTranslation("setup.password.again"));
    private final Div trouble = new Div();
    private final Div summary = new Div();
    private final NativeDetails units;
    private final transient Refusals refusals =
            association.refusals(new Refusals()).about(levels, "WRONG_PLACE").othersIn(trouble);
    private transient @Nullable Logo logo;

    /// @param done told who administers from now on
    SetupForm(SetUp setUp, Runnable guard, Consumer<SetUp.FirstAdministrator> done) {
        this.setUp = setUp;
        this.guard = guard;
        this.done = done;
        this.units = units();
        association.focusName();
        add(
                summary,
                section("setup.association", association, picture()),
                units,
                section("setup.administrator", administrator()),
                trouble,
                createButton());
    }

    private Section section(String title, Component... content) {
        var section = new Section(new H2(getTranslation(title)));
        section.add(content);
        return section;
    }

    private Div picture() {
        var picture =
                new Div(
                        new Paragraph(getTranslation("setup.logo")),
                        new LogoField(chosen -> logo = chosen));
        picture.addClassName("form");
        return picture;
    }

    private NativeDetails units() {
        tree.setValue(getTranslation("setup.tree.usual"));
        levels.setValue(getTranslation("setup.levels.usual"));
        levels.setHelperText(getTranslation("tree.levels.help"));
        top.setHelperText(getTranslation("setup.top.help"));
        below.setHelperText(getTranslation("setup.below.help"));
        var fields = new Div(new Paragraph(getTranslation("setup.units.text")));
        fields.addClassName("form");
        fields.add(tree, levels, top, below);
        return new NativeDetails(getTranslation("setup.units"), fields);
    }

    private Div administrator() {
        Passwords.autocomplete(name, "name");
        Passwords.autocomplete(email, "username");
        Passwords.prepareNew(password);
        Passwords.prepareNew(again);
        password.setHelperText(getTranslation("password.help"));
        var fields = new Div(name, email, password, again);
        fields.addClassName("form");
        return fields;
    }

    private Button createButton() {
        var create = new Act(getTranslation("setup.create"), () -> attempt());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER);
        return create;
    }

    private void attempt() {
        refusals.clear();
        check();
        if (refusals.areNone()) {
            guard.run();
            create();
        }
        sumUp();
    }

    /// Where more than one field is wrong, says on top which.
    private void sumUp() {
        List<String> wrong = refusals.fields();
        summary.removeAll();
        if (wrong.size() > 1) {
            summary.add(
                    new Trouble(
                            getTranslation("setup.summary", wrong.size()),
                            String.join(", ", wrong) + "."));
        }
    }

    /// Says all that cannot be at once, from the top down.
    private void check() {
        association.check(refusals);
        if (hasUnits()) {
            refusals.check(tree, () -> new Name(tree.getValue()));
            refusals.check(levels, () -> planted(new Name(getTranslation("setup.tree.usual"))));
            refusals.check(top, () -> new Name(top.getValue()));
            refusals.check(below, this::namesBelow);
        }
        if (Stream.of(tree, levels, top, below).anyMatch(HasValidationProperties::isInvalid)) {
            units.setOpen(true);
        }
        refusals.check(name, () -> new Name(name.getValue()));
        refusals.check(email, () -> new Email(email.getValue()));
        refusals.check(password, () -> MemberPasswords.expectPossible(password.getValue()));
        if (!password.getValue().equals(again.getValue())) {
            refusals.refuse(again, getTranslation("setup.password.differs"));
        }
    }

    private void create() {
        var administrator =
                new SetUp.FirstAdministrator(
                        name.getValue(), new Email(email.getValue()), password.getValue());
        try {
            setUp.create(association.settings(), logo, firstUnits(), administrator);
            done.accept(administrator);
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }

    private boolean hasUnits() {
        return !top.isEmpty() || !below.isEmpty();
    }

    private Optional<SetUp.FirstUnits> firstUnits() {
        return hasUnits()
                ? Optional.of(
                        new SetUp.FirstUnits(
                                planted(new Name(tree.getValue())),
                                new Name(top.getValue()),
                                namesBelow()))
                : Optional.empty();
    }

    private NewTree planted(Name called) {
        List<String> names = lines(levels);
        return new NewTree(
                called,
                IntStream.range(0, names.size())
                        .mapToObj(at -> level(at + 1, names.get(at)))
                        .toList());
    }

    private List<Name> namesBelow() {
        return lines(below).stream().map(Name::new).toList();
    }

    private static List<String> lines(TextArea area) {
        return area.getValue().lines().filter(line -> !line.isBlank()).toList();
    }

    private static UnitLevel level(int number, String line) {
        String[] words = line.split(",", 2);
        String one = words[0].strip();
        return new UnitLevel(number, one, words.length > 1 ? words[1].strip() : one);
    }
}
