package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShellTest {

    @Test
    void a_long_command_goes_on_in_the_next_line_and_an_option_keeps_its_value() {
        assertThat(Shell.lines(List.of("helm", "upgrade", "cilium", "cilium/cilium", "--namespace", "kube-system", "--version", "1.20.3",
                "--reuse-values", "-f", "values.yaml"))).isEqualTo("""
                        helm upgrade cilium cilium/cilium --namespace kube-system --version 1.20.3 \\
                            --reuse-values -f values.yaml""");
        assertThat(Shell.lines(List.of("kubectl", "get", "pods", "-A"))).isEqualTo("kubectl get pods -A");
    }

    @Test
    void a_shell_reads_the_words_that_were_written() throws Exception {
        Random random = new Random(11);
        String letters = "abc-/=,.'\"$`\\*? {}é";
        for (int run = 0; run < 40; run++) {
            List<String> words = new ArrayList<>();
            for (int word = random.nextInt(1, 14); word > 0; word--) {
                words.add("x" + random.ints(random.nextInt(30), 0, letters.length()).mapToObj(letters::charAt)
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append));
            }
            Process shell = new ProcessBuilder("sh", "-c", "printf '<%s>\\n' " + Shell.lines(words)).redirectErrorStream(true).start();
            String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(read.lines()).as(Shell.lines(words)).containsExactlyElementsOf(words.stream().map(w -> "<" + w + ">").toList());
        }
    }
}
