package org.rotfaden;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.rotfaden.activity.Activity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.event.TransactionalEventListener;

@AnalyzeClasses(packages = "org.rotfaden", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Set<String> ASKING_A_CLOCK = Set.of("now", "systemDefault");
    private static final Set<String> BECOMING_A_DAY =
            Set.of("ofInstant", "toLocalDate", "toLocalDateTime", "ofEpochDay");

    private static final ApplicationModules MODULES =
            ApplicationModules.of(
                    WorkspaceApplication.class, resideInAPackage("org.rotfaden.crdt.."));

    private static final Pattern ARROW = Pattern.compile("(?m)^    (\\w+) +─► ((?:\\w+, )*\\w+)");

    /// What most packages stand on, and the picture names in one word.
    private static final Set<String> BASE = Set.of("activity", "security", "beat", "http");

    @Test
    void packages_use_only_what_lies_below_them() {
        MODULES.verify();
    }

    @Test
    void the_picture_of_the_packages_is_true() throws IOException {
        String page = Files.readString(Path.of("../ARCHITECTURE.md"));
        String picture = page.substring(page.indexOf("## Packages"), page.indexOf("## Who may"));
        Map<String, Set<String>> drawn = new TreeMap<>();
        ARROW.matcher(picture)
                .results()
                .forEach(line ->
                        drawn.put(line.group(1), new TreeSet<>(Set.of(line.group(2).split(", ")))));
        Map<String, Set<String>> used = new TreeMap<>();
        MODULES.stream()
                .filter(module -> !BASE.contains(module.getIdentifier().toString()))
                .forEach(module ->
                        used.put(module.getIdentifier().toString(), usedBesidesBase(module)));
        used.values().removeIf(Set::isEmpty);
        assertThat(used).isEqualTo(drawn);
        MODULES.forEach(
                module -> assertThat(page).contains("| `" + module.getIdentifier() + "` |"));
    }

    private static Set<String> usedBesidesBase(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(other -> other.getIdentifier().toString())
                .filter(other -> !BASE.contains(other))
                .collect(Collectors.toCollection(TreeSet::new));
    }

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

    @Test
    void the_scan_saw_enough_classes() {
        JavaClasses all =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.rotfaden");
        assertThat(all).hasSizeGreaterThan(100);
    }

    @ArchTest
    static final ArchRule the_server_does_not_know_its_screens =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule native_code_stays_behind_its_boundary =
            noClasses()
                    .that(not(resideInAPackage("org.rotfaden.crdt..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.rotfaden.crdt.internal..");

    @ArchTest
    static final ArchRule documents_know_neither_the_framework_nor_the_association =
            noClasses()
                    .that()
                    .resideInAPackage("org.rotfaden.crdt..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("org.springframework..")
                                    .or(
                                            resideInAPackage("org.rotfaden..")
                                                    .and(
                                                            not(
                                                                    resideInAPackage(
                                                                            "org.rotfaden.crdt..")))));

    @ArchTest
    static final ArchRule time_comes_from_a_clock =
            noClasses()
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "a clock of the machine is asked, or another than the"
                                            + " workspace's",
                                    access ->
                                            ofTime(access)
                                                    && ASKING_A_CLOCK.contains(access.getName())));

    @ArchTest
    static final ArchRule the_day_is_the_association_s =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("AssociationDay")
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "a moment becomes a day",
                                    access ->
                                            ofTime(access)
                                                    && BECOMING_A_DAY.contains(access.getName())))
                    .because("it is another day elsewhere: Today knows the association's");

    private static boolean ofTime(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("java.time")
                || access.getTargetOwner().getPackageName().equals("java.sql");
    }

    @ArchTest
    static final ArchRule rows_give_their_connection_back =
            noClasses()
                    .should()
                    .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                    .because("a stream of rows keeps its connection until it is closed");

    @ArchTest
    static final ArchRule the_bus_alone_knows_redis =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.rotfaden.realtime.bus..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.lettuce..", "io.netty..");

    @ArchTest
    static final ArchRule what_happened_is_a_record =
            classes()
                    .that()
                    .areMemberClasses()
                    .and()
                    .haveNameMatching(".*Event\\$.*")
                    .and()
                    .areNotInterfaces()
                    .should()
                    .beRecords();

    @ArchTest
    static final ArchRule what_happened_is_told_by_one_road =
            classes()
                    .that()
                    .haveNameMatching("org\\.rotfaden\\.(?!realtime).*Event")
                    .should()
                    .beAssignableTo(Activity.class);

    /// Who follows is written down; who listens after a commit without that is not.
    @ArchTest
    static final ArchRule nobody_listens_after_a_commit_beside_the_road =
            noMethods().should().beAnnotatedWith(TransactionalEventListener.class);
}
