package meshadvisor.structure;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static meshadvisor.structure.Packages.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the code may look: names, parameters, inheritance, declarations of packages. */
class ShapeTest {

    /**
     * Words that say where a thing sits, or nothing, instead of what it is. Whole words only: Database, Baseline and Implied
     * are none of them, and DataPlane is the field's own term.
     */
    private static final String EMPTY_WORD = ".*(Manager|Helper|Utils?|Impl|Base|Abstract|Data(?!Plane)|Info)(?![a-z]).*";

    @Test
    void no_name_contains_an_empty_word() {
        noClasses().should().haveNameMatching(EMPTY_WORD).check(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RuleManager", "AbstractRule", "MeshUtils", "ReportData", "DataReport", "WriterImpl", "BaseWriter", "MeshInfo"})
    void an_empty_word_is_noticed(String name) {
        assertThat(name).matches(EMPTY_WORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Database", "Baseline", "DataPlane", "Implied", "Utilisation", "package-info"})
    void a_word_that_only_begins_like_one_is_fine(String name) {
        assertThat(name).doesNotMatch(EMPTY_WORD);
    }

    @Test
    void there_are_no_abstract_classes() {
        noClasses().that().areNotInterfaces().and().areNotEnums().should().haveModifier(ABSTRACT).check(OURS);
    }

    @Test
    void no_field_that_can_change_is_public() {
        fields().that().areNotFinal().should().notBePublic().check(OURS);
    }

    @Test
    void no_method_takes_two_booleans() {
        noMethods().that(areWritten()).should(have(moreThanOneBoolean())).check(OURS);
    }

    @Test
    void nothing_but_a_record_takes_more_than_five_parameters() {
        codeUnits().that().areDeclaredInClassesThat().areNotRecords().and(areWritten()).should(have(atMostFiveParameters())).check(OURS);
    }

    @Test
    void every_package_is_declared_and_null_free() {
        OURS.stream().map(JavaClass::getPackage).distinct()
                .forEach(each -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
    }

    private static <T extends JavaCodeUnit> DescribedPredicate<T> areWritten() {
        return DescribedPredicate.describe("are written by hand", unit -> !unit.getModifiers().contains(SYNTHETIC));
    }

    private static DescribedPredicate<JavaMethod> moreThanOneBoolean() {
        return DescribedPredicate.describe("more than one boolean parameter", method -> method.getRawParameterTypes().stream()
                .filter(type -> type.isEquivalentTo(boolean.class)).count() > 1);
    }

    private static DescribedPredicate<JavaCodeUnit> atMostFiveParameters() {
        return DescribedPredicate.describe("at most five parameters", unit -> unit.getRawParameterTypes().size() <= 5);
    }
}
