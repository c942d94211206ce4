package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of budgets that people write, and what is wrong with them. */
class GateBudgetFileTest {

    private static final String SHOP = "../sample-clusters/twelve-services-shop/manifests";
    private static final String HEAD = "schema: meshadvisor/budgets/1.0\n";

    @TempDir
    static Path folder;

    private static Ran gate(String budgets) throws IOException {
        Path file = Files.writeString(folder.resolve("budgets.yaml"), budgets);
        return cli("gate", SHOP, "--budget", file.toString());
    }

    private static String one(String budget) {
        return HEAD + "budgets:\n  - {" + budget + "}\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "metric: findngs, max: 0 | 3:14: unknown metric \"findngs\"; did you mean \"findings\"? known are cost-monthly, cost-once, coverage, cpu-per-1000-rps, findings,",
            "metric: latency-p99, max: 2ms | unknown metric \"latency-p99\"; ", "max: 3 | a budget needs a \"metric\"; known are",
            "metric: findings | a budget needs a limit: max, min, max-share, max-increase or max-decrease",
            "metric: findings, max: few | 3:29: \"few\" is no limit of findings: write a number, such as 3",
            "metric: findings, max: -1 | \"-1\" is no limit", "metric: findings, max: .nan | 3:29: The number .nan is not finite",
            "metric: findings, max: 1e400 | is no limit", "metric: latency-added, max: 2 | write a time with its unit, such as 2ms",
            "metric: requested-memory, max: 5 | write memory as Kubernetes writes it",
            "metric: findings, max-share: 10% | findings is a share of nothing; write max",
            "metric: findings-new, max-increase: 1 | findings-new is a change itself",
            "metric: findings, max-increase: lots | or a percentage of what it was, such as 10%",
            "metric: findings, of: {severty: error}, max: 0 | findings has no label \"severty\"; did you mean \"severity\"?",
            "metric: findings, of: {severity: fatal}, max: 0 | \"fatal\" is no severity; known are error, info, warning",
            "metric: findings, of: {rule: MA999}, max: 0 | unknown rule \"MA999\"",
            "metric: findings, of: [error], max: 0 | labels and their values",
            "metric: findings, of: {severity: [error, info]}, max: 0 | one value belongs here",
            "metric: coverage, of: {namespace: a}, min: 1% | coverage has no label \"namespace\"; it has none",
            "metric: findings, each: team, max: 0 | findings has no label \"team\"",
            "metric: latency-added, each: variant, max: 1ms | leave out \"each\"",
            "metric: latency-added, unseen: ignore, max: 1ms | is about counts",
            "metric: findings, level: block, max: 0 | \"block\" is none of warn, fail",
            "metric: findings, unseen: hide, max: 0 | \"hide\" is none of count, ignore",
            "metric: findings, mx: 0, max: 1 | unknown key \"mx\"; did you mean \"max\"?",
            "metric: cost-monthly, max: 500 | write an amount with its currency, such as 500 USD",
            "metric: cost-monthly, max: 500 usd | \"500 usd\" is no limit of cost-monthly",
            "metric: cost-monthly, max: USD | \"USD\" is no limit",
            "metric: cost-monthly, max: 5 USD, max-increase: 3 EUR | 3:54: an amount in EUR, and the first is in USD",
            "metric: cost-monthly, of: {counted: pods}, max: 5 USD | \"pods\" is no counted; known are nodes, requests, usage",
            "metric: nodes-added, max: 5 USD | is no limit of nodes-added: write a number",
            "metric: [findings], max: 0 | a budget needs a \"metric\"", "metric: findings, max: [0] | a number, such as 3"})
    void a_mistake_is_told_with_its_place_and_what_to_write(String budget, String said) throws IOException {
        Ran ran = gate(one(budget));

        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).containsPattern("budgets\\.yaml:3:\\d+: ").contains(said).doesNotContain("internal error");
    }

    @Test
    void every_mistake_is_told_at_once() throws IOException {
        Ran ran = gate("""
                schema: meshadvisor/budgets/2.0
                budgts: []
                budgets:
                  - {metric: findngs, max: 0}
                  - {metric: findings, max: many, level: block}
                  - {name: twice, metric: pods, max: 1}
                  - {name: twice, metric: pods, max: 2}
                waivers:
                  - {budget: twce, owner: a, reason: b, until: 2026-02-30}
                  - {budget: twice, reason: b, until: tomorrow}
                  - nonsense
                """);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err().lines().filter(l -> l.contains("budgets.yaml:"))).hasSize(11);
        assertThat(ran.err()).contains(":1:9: the first line must be").contains(":2:1: unknown key \"budgts\"").contains(":4:")
                .contains(":5:")
                .contains("another budget is called \"twice\", too").contains("no budget is called \"twce\"; did you mean \"twice\"?")
                .contains("\"2026-02-30\" is no day").contains("a waiver needs \"owner\"").contains("\"tomorrow\" is no day")
                .contains("a waiver is a mapping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n---\n", "[]", "budgets", "a: &a [*a]", "schema: meshadvisor/budgets/1.0",
            "schema: meshadvisor/budgets/1.0\nbudgets: 3",
            "schema: meshadvisor/budgets/1.0\nbudgets: {}", "schema: meshadvisor/budgets/1.0\nbudgets: [1, [], null, \"a\"]",
            "\u0000\u0001", "{",
            "schema: meshadvisor/budgets/1.0\nbudgets:\n- {metric: pods, max: 1}\n---\nbudgets: []", "schema: x\nschema: y\nbudgets: []",
            "schema: meshadvisor/budgets/1.0\nbudgets:\n- {metric: pods, metric: pods, max: 1}",
            "schema: meshadvisor/budgets/1.0\nbudgets:\n- {metric: pods, max: 1}\nwaivers: {}"})
    void a_file_that_is_none_is_refused_in_words(String text) throws IOException {
        Ran ran = gate(text);

        assertThat(ran.code()).as(ran.out()).isEqualTo(2);
        assertThat(ran.err()).isNotBlank().doesNotContain("internal error").doesNotContain("Exception");
    }

    @Test
    void hostile_depth_aliases_and_length_are_refused_in_words() throws IOException {
        String bomb = """
                a: &a [x,x,x,x,x,x,x,x,x]
                b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
                c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
                d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
                e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]
                f: [*e,*e,*e,*e,*e,*e,*e,*e,*e]
                """;
        for (String text : new String[] {bomb, "[".repeat(5_000), one("metric: " + "x".repeat(100_000) + ", max: 1"),
                one("metric: pods, name: \"\\e[2J\\u202e\", mx: 1")}) {
            Ran ran = gate(text);
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).isNotBlank().doesNotContain("internal error").doesNotContain("\u001b").doesNotContain("\u202e");
        }
    }

    @Test
    void a_file_that_is_not_there_and_other_mistakes_of_the_command_line_are_told_together() {
        Ran ran = cli("gate", SHOP, "--budget", folder.resolve("none.yaml").toString(), "-o", "xml", "--base", "a");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("none.yaml: cannot read it").contains("-o xml: write FORMAT")
                .contains("--base and --head belong together");
        assertThat(cli("gate", SHOP).err()).contains("--budget");
        assertThat(cli("gate", "--budget", folder.toString()).err()).contains("is a folder");
    }

    @Test
    void a_file_that_is_too_large_is_refused_without_reading_it_all() throws IOException {
        Ran ran = gate("#".repeat(UserFile.LARGEST + 1));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("budgets.yaml is larger than 4 MiB, and no such file is: give a file of budgets");
    }

    @Test
    void the_example_of_the_docs_is_good() {
        Ran ran = cli("gate", SHOP, "--budget", "../docs/formats/budgets.example.yaml");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isIn(0, 4);
    }
}
