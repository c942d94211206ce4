package meshadvisor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.tree.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling a template that has to be rendered from YAML that is merely wrong. */
class HelmTemplateTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "kind: X\nreplicas: {{ .Values.replicas }}\n",
            "kind: X\nname: {{ .Release.Name }}-web\n",
            "kind: X\nname: {{ include \"web.fullname\" . }}\n",
            "{{- if .Values.enabled }}\nkind: X\n{{- end }}\n",
            "{{/* a comment */}}\nkind: X\n",
            "kind: X\nlabels:\n  {{- include \"labels\" . | nindent 4 }}\n",
            "kind: X\nargs:\n- {{ .Values.arg | quote }}\n",
            "kind: X\nargs: [{{ .Values.arg }}]\n",
            "kind: X\nargs: [a, {{ .Values.arg }}]\n",
            "{\"replicas\": {{ .Values.replicas }}}\n",
            "text: |\n  block\nname: {{ .Values.name }}\n",
            "list:\n- text: |\n    block\n  name: {{ .Values.name }}\n"})
    void braces_where_a_value_begins_are_a_template(String content) {
        Problem problem = Reading.of(content).refusal(Kind.TEMPLATE);
        assertThat(problem.sentence()).contains("Helm template");
        assertThat(problem.remedy()).contains("helm template … | meshadvisor assess -f -");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "summary: \"{{ $labels.pod }} is down\"\n",
            "summary: '{{ $labels.pod }}'\n",
            "summary: Pod {{ $labels.pod }} is down\n",
            "summary: |\n  {{ $labels.pod }} is down\n",
            "list:\n- >-\n  {{ $labels.pod }}\n",
            "# {{ not here }}\nsummary: x\n"})
    void braces_inside_text_are_text(String content) {
        assertThat(Reading.of(content).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "summary: \"{{ $labels.pod }}\"\nbroken: ]\n",
            "summary: '{{ $labels.pod }}' # {{ x }}\nbroken: ]\n",
            "summary: |-\n  {{ $labels.pod }}\n\n  - {{ more }}\nbroken: ]\n",
            "list:\n- text: >2-\n      {{ $labels.pod }}\n  broken: ]\n",
            "list:\n- |\n  {{ $labels.pod }}\n- ]\n",
            "summary: Pod {{ $labels.pod }}\nbroken: ]\n",
            "broken: ]\nlater: {{ x }}\n"})
    void a_mistake_beside_braces_in_text_stays_a_mistake(String content) {
        assertThat(Reading.of(content).refusal(Kind.UNREADABLE).sentence()).contains("not valid YAML");
    }

    @Test
    void the_place_of_a_template_is_that_of_its_first_braces() {
        Reading reading = Reading.of("kind: X\n---\nkind: Ü\nports: [é, {{ .Values.port }}]\n");
        assertThat(reading.problem(Kind.TEMPLATE)).extracting(Problem::line, Problem::column).containsExactly(4, 12);
    }

    @Test
    void a_limit_is_never_blamed_on_a_template() {
        assertThat(Reading.of("a: x\nb: {{" + "[".repeat(200)).refusal(Kind.LIMIT).line()).isEqualTo(2);
    }
}
