package org.rotfaden.ui;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// Pages show moments in the association's time zone; which day it is they ask.
@AnalyzeClasses(packages = "org.rotfaden.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class DayOnPagesTests {

    private static final Set<String> OWN_WAYS_TO_A_DAY =
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
                                                    && OWN_WAYS_TO_A_DAY.contains(
                                                            access.getName())));
}
