package meshadvisor.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import meshadvisor.advice.Advice;
import meshadvisor.advice.Advisor;
import meshadvisor.signal.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes an answers file with the questions that can change the verdict, the most decisive first. */
@Command(name = "questions", sortOptions = false, description = "Write an answers file with the questions that could change the verdict.",
        footerHeading = "%nExamples:%n", footer = "  meshadvisor questions deploy/ > answers.yaml")
final class Questions implements Callable<Integer>, Checks {

    @Mixin
    AssessOptions input;

    private final Outside outside;

    Questions(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        Input.prepare(input, outside, mistakes);
        return mistakes;
    }

    @Override
    public Integer call() {
        List<Mistake> mistakes = new ArrayList<>();
        Input.Prepared prepared = Input.prepare(input, outside, mistakes);
        MistakesFound.stopAt(mistakes);
        Input read = prepared.read();
        Advice advice = Advisor.advise(World.of(read.snapshot(), read.catalogue(), read.answers()), Set.of());
        PrintWriter out = outside.out();
        out.println("# The verdict now is " + advice.verdict().outcome() + ". Answers that could change it, the most decisive first.");
        out.println("# An answer may say who gave it and when: {value: yes, by: NAME, on: 2026-01-31}. What is unknown may stay unknown.");
        out.println("schema: " + AnswersFile.SCHEMA);
        part(out, "needs", advice.questions().stream().filter(q -> q.question().id().startsWith("needs.")).toList());
        part(out, "facts", advice.questions().stream().filter(q -> !q.question().id().startsWith("needs.")).toList());
        return ExitCode.OK.code();
    }

    private static void part(PrintWriter out, String key, List<Advice.Asked> asked) {
        out.println();
        out.println(asked.isEmpty() ? "# No open question about " + key + " could change the verdict." : key + ":");
        for (Advice.Asked one : asked) {
            out.println("  # " + one.question().ask());
            if (!one.question().why().isEmpty()) {
                out.println("  # " + one.question().why());
            }
            one.effects().forEach(e -> out.println("  #   " + e));
            out.println("  # " + String.join(" | ", one.question().options()));
            out.println("  " + one.question().id().replace("needs.", "") + ": unknown");
        }
    }
}
