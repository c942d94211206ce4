package meshadvisor.structure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static meshadvisor.structure.Packages.OURS;
import static meshadvisor.structure.Packages.patterns;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the modules, between the packages of rules, and from both to libraries. */
class ArrowsTest {

    @Test
    void every_package_has_its_place_among_the_arrows() {
        assertThat(OURS.stream().map(Packages::of).collect(toSet())).isSubsetOf(Packages.all());
    }

    @ParameterizedTest
    @MethodSource("every_package")
    void a_package_imports_only_what_its_arrows_allow(String name) {
        var allowed = patterns(Stream.concat(Stream.of(name), Packages.importableBy(name).stream()));
        noClasses().that().resideInAnyPackage(patterns(Stream.of(name)))
                .should().dependOnClassesThat(resideInAPackage("meshadvisor..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true) // a package may be planned and not yet there
                .check(OURS);
    }

    @Test
    void no_packages_import_each_other_in_a_circle() {
        slices().matching("meshadvisor.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            tools.jackson..,                   catalog format cli tree prometheus traces load lab source
            com.fasterxml.jackson.core..,      ''
            com.fasterxml.jackson.databind..,  ''
            org.snakeyaml..,                   tree
            io.fabric8..,                      cluster
            picocli..,                         cli load
            org.thymeleaf..,                   format
            com.openhtmltopdf..,               format
            org.apache.pdfbox..,               format
            org.apache.fontbox..,              format
            java.awt..,                        format
            org.apache.commons.math3..,        measure
            org.HdrHistogram..,                measure bench load
            """)
    void a_library_is_used_only_where_it_belongs(String library, String users) {
        var elsewhere = Packages.all().stream().filter(name -> !Set.of(users.split(" ")).contains(name));
        noClasses().that().resideInAnyPackage(patterns(elsewhere)).should().dependOnClassesThat().resideInAPackage(library).check(OURS);
    }

    static Set<String> every_package() {
        return Packages.all();
    }
}
