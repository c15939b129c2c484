package org.rotfaden.ui;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.Route;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What pages may know.
@AnalyzeClasses(packages = "org.rotfaden.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class ScreensTests {

    @Test
    void the_scan_saw_enough_classes() {
        JavaClasses all =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.rotfaden.ui");
        assertThat(all).hasSizeGreaterThan(150);
    }

    @ArchTest
    static final ArchRule pages_are_reached_by_their_address_alone =
            classes().that().areAnnotatedWith(Route.class).should().notBePublic();

    @ArchTest
    static final ArchRule pages_read_and_act_through_services =
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("java.sql..")
                                    .or(resideInAPackage("javax.sql.."))
                                    .or(resideInAPackage("org.springframework.jdbc..")));

    private static final Set<String> WAYS_TO_A_DAY =
            Set.of("now", "systemDefault", "ofInstant", "toLocalDate", "toLocalDateTime");

    @ArchTest
    static final ArchRule pages_ask_which_day_it_is =
            noClasses()
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "a page makes a day of a moment",
                                    access ->
                                            access.getTargetOwner()
                                                            .getPackageName()
                                                            .startsWith("java.time")
                                                    && WAYS_TO_A_DAY.contains(access.getName())));

    @ArchTest
    static final ArchRule pages_know_documents_by_their_words_alone =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.rotfaden.crdt.internal..");

    @ArchTest
    static final ArchRule what_pages_share_knows_no_page =
            noClasses()
                    .that()
                    .resideInAPackage("org.rotfaden.ui.elements..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.rotfaden.ui..")
                                    .and(not(resideInAPackage("org.rotfaden.ui.elements.."))));

    @ArchTest
    static final ArchRule features_do_not_know_each_other_in_a_circle =
            slices().matching("org.rotfaden.ui.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_feature_knows_the_house_around_it =
            noClasses()
                    .that()
                    .resideInAPackage("org.rotfaden.ui.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.rotfaden.ui");

    @ArchTest
    static final ArchRule nothing_is_null_unless_it_says_so =
            classes()
                    .should(
                            have(
                                    describe(
                                            "a package that is null-marked",
                                            type ->
                                                    type.getPackage()
                                                            .isAnnotatedWith(NullMarked.class))));

    /// Where each press adds or removes a row of a form, each one counts.
    private static final Set<String> EACH_PRESS_COUNTS =
            Set.of("BodyForm", "SeatFields", "SplitUnitDialog");

    @ArchTest
    static final ArchRule what_is_pressed_twice_is_done_once =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("Act")
                    .and(
                            describe(
                                    "do something",
                                    type -> {
                                        String page = type.getName().replaceAll(".*\\.|\\$.*", "");
                                        return !EACH_PRESS_COUNTS.contains(page);
                                    }))
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "a button is made that may do it twice",
                                    access ->
                                            access.getTargetOwner().isEquivalentTo(Button.class)
                                                    && access.getName().equals("<init>")));
}
