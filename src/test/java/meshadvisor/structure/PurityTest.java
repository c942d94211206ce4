package meshadvisor.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static meshadvisor.structure.Packages.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Module rules touches nothing but its arguments; and this test would notice. */
class PurityTest {

    private static final String[] CORE = Packages.patterns(Packages.ofRules().stream());

    @Test
    void the_core_uses_no_type_of_the_outside() {
        usesNoOutsideType(CORE).check(OURS);
    }

    @Test
    void the_core_asks_neither_environment_nor_clock_nor_chance() {
        asksNothingOutside(CORE).check(OURS);
    }

    @ParameterizedTest
    @ValueSource(classes = {ReadsFile.class, StartsProcess.class})
    void a_use_of_an_outside_type_is_noticed(Class<?> impure) {
        assertThat(violations(usesNoOutsideType("meshadvisor.structure"), impure)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {AsksClock.class, AsksToday.class, AsksEnvironment.class, RollsDice.class, Prints.class})
    void a_question_to_the_outside_is_noticed(Class<?> impure) {
        assertThat(violations(asksNothingOutside("meshadvisor.structure"), impure)).isNotEmpty();
    }

    @Test
    void a_seeded_random_is_no_outside() {
        assertThat(violations(asksNothingOutside("meshadvisor.structure"), RollsSeededDice.class)).isEmpty();
    }

    private static ArchRule usesNoOutsideType(String... packages) {
        return noClasses().that().resideInAnyPackage(packages).should().dependOnClassesThat(Outside.TYPES);
    }

    private static ArchRule asksNothingOutside(String... packages) {
        return noClasses().that().resideInAnyPackage(packages).should().accessTargetWhere(Outside.ACCESSES);
    }

    private static List<String> violations(ArchRule rule, Class<?> type) {
        return rule.evaluate(new ClassFileImporter().importClasses(type)).getFailureReport().getDetails();
    }

    record ReadsFile(String path) {
        boolean there() {
            return new File(path).exists();
        }
    }

    record StartsProcess(String command) {
        ProcessBuilder process() {
            return new ProcessBuilder(command);
        }
    }

    record AsksClock(Instant since) {
        boolean past() {
            return Instant.now().isAfter(since);
        }
    }

    record AsksToday() {
        LocalDate today() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    record AsksEnvironment() {
        String home() {
            return System.getenv("HOME");
        }
    }

    record RollsDice() {
        int roll() {
            return new Random().nextInt(6);
        }
    }

    record RollsSeededDice(long seed) {
        int roll() {
            return new Random(seed).nextInt(6);
        }
    }

    record Prints() {
        void print() {
            System.out.println();
        }
    }
}
