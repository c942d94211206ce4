package meshadvisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.model.Answers;
import meshadvisor.rule.Confidence;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;

class ConfidenceTest {

    private static final String SHOP = IntStream.range(0, 40).mapToObj("""
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a%1$d, namespace: shop}
            spec: {template: {metadata: {labels: {app: a%1$d}}, spec: {containers: [{name: main, image: example/a%1$d:1}]}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: a%1$d, namespace: shop}
            spec: {selector: {app: a%1$d}, ports: [{port: 80}]}
            """::formatted).collect(Collectors.joining());

    private static Verdict verdict(Answers answers) {
        return Scan.of(SHOP).with(answers).judged().advice().verdict();
    }

    @Test
    void a_fact_that_nobody_told_and_that_alone_would_turn_the_verdict_leaves_doubt() {
        Answers stated = Answers.NONE.withNeed("mtls", "yes");

        assertThat(verdict(stated)).extracting(Verdict::outcome, Verdict::confidence).containsExactly(Outcome.ADOPT, Confidence.MEDIUM);
        assertThat(verdict(stated.withFact("identity-needed", "yes"))).extracting(Verdict::outcome, Verdict::confidence)
                .containsExactly(Outcome.ADOPT, Confidence.HIGH);
    }
}
