package meshadvisor.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static meshadvisor.structure.Packages.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs are started in few places only, and who reads manifests without asking for that does not come near the first. */
class ProcessesTest {

    private static final String PLUGIN = "meshadvisor.kubeconfig.ExecPlugin";

    @Test
    void only_rendering_and_the_run_of_a_plugin_and_the_keytool_of_this_java_and_an_installation_that_is_asked_for_are_started() {
        startsNoProgram("meshadvisor\\.render\\..*", "meshadvisor\\.kubeconfig\\.PluginRun", "meshadvisor\\.lab\\.keys\\.ThrowawayKeys",
                "meshadvisor\\.cli\\.BenchInstall")
                .check(OURS);
    }

    @Test
    void only_credentials_that_are_asked_for_run_a_plugin() {
        noClasses().that().doNotHaveFullyQualifiedName("meshadvisor.kubeconfig.Credentials")
                .should().callConstructor(PLUGIN, "meshadvisor.kubeconfig.Environment", Duration.class.getName()).check(OURS);
        noClasses().that().doNotHaveFullyQualifiedName(PLUGIN).and().haveNameNotMatching("meshadvisor\\.kubeconfig\\.PluginRun.*")
                .should().dependOnClassesThat().haveNameMatching("meshadvisor\\.kubeconfig\\.PluginRun.*").check(OURS);
    }

    @Test
    void only_the_command_line_asks_for_rendering() {
        noClasses().that().resideOutsideOfPackages("meshadvisor.render..", "meshadvisor.cli..")
                .should().dependOnClassesThat().resideInAPackage("meshadvisor.render..").check(OURS);
    }

    @ParameterizedTest
    @ValueSource(classes = {Builds.class, Executes.class})
    void starting_a_program_is_noticed(Class<?> starts) {
        var classes = new ClassFileImporter().importClasses(starts);
        assertThat(startsNoProgram("nowhere").evaluate(classes).getFailureReport().getDetails()).isNotEmpty();
    }

    private static ArchRule startsNoProgram(String... except) {
        return noClasses().that().haveNameNotMatching(String.join("|", except))
                .should().dependOnClassesThat().belongToAnyOf(ProcessBuilder.class)
                .orShould().callMethod(Runtime.class, "exec", String[].class).orShould().callMethod(Runtime.class, "exec", String.class);
    }

    record Builds(String program) {
        ProcessBuilder builder() {
            return new ProcessBuilder(program);
        }
    }

    record Executes(String program) {
        Process process() throws IOException {
            return Runtime.getRuntime().exec(new String[] {program});
        }
    }
}
