package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import meshadvisor.advice.Advice;
import meshadvisor.advice.Advisor;
import meshadvisor.catalog.Question;
import meshadvisor.model.Answers;
import meshadvisor.signal.World;

/** Asks the questions that can still change the verdict, one by one, the most decisive first. Questions go to standard error. */
final class Interview {

    private final Outside outside;
    private final BufferedReader in;

    private Interview(Outside outside) {
        this.outside = outside;
        this.in = new BufferedReader(new InputStreamReader(outside.in(), UTF_8));
    }

    /** The input with the answers added. */
    static Input hold(Input input, Outside outside) {
        return new Interview(outside).ask(input);
    }

    private Input ask(Input input) {
        Answers answers = input.answers();
        Set<String> asked = new HashSet<>();
        World world = World.of(input.snapshot(), input.catalogue(), answers);
        while (true) {
            Optional<Advice.Asked> next = Advisor.advise(world.with(answers), Set.of()).questions().stream()
                    .filter(q -> !asked.contains(q.question().id())).findFirst();
            Optional<String> said = next.flatMap(q -> answer(q.question()));
            if (next.isEmpty() || said.isEmpty()) {
                return new Input(input.snapshot(), answers, input.catalogue());
            }
            asked.add(next.get().question().id());
            answers = with(answers, next.get().question().id(), said.get());
        }
    }

    private static Answers with(Answers answers, String id, String said) {
        return id.startsWith("needs.") ? answers.withNeed(id.substring("needs.".length()), said) : answers.withFact(id, said);
    }

    /** An answer that fits; an empty line is "unknown", the end of input ends the interview. */
    private Optional<String> answer(Question question) {
        String options = String.join("/", question.options());
        while (true) {
            outside.err().println(question.ask() + (question.why().isEmpty() ? "" : " (" + question.why() + ")"));
            outside.err().print("  " + options + " [unknown]: ");
            outside.err().flush();
            try {
                String line = in.readLine();
                if (line == null) {
                    outside.err().println();
                    return Optional.empty();
                }
                String said = line.isBlank() ? "unknown" : line.strip();
                boolean number = question.options().contains("number") && said.matches("\\d{1,9}");
                if (question.options().contains(said) || number || question.options().contains("text")) {
                    return Optional.of(said);
                }
                outside.err().println("  Please answer with one of " + options + ".");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
