package meshadvisor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Check;
import meshadvisor.catalog.Claim;
import meshadvisor.catalog.Concept;
import meshadvisor.catalog.CourseCommand;
import meshadvisor.report.Topic.Kind;

/** Goes through the course: what of its claims holds today, its commands, and its knowledge checks. */
record CoursePages(Catalogue catalogue, ConceptPages concepts) {

    private static final String FILE = "course.yaml";

    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        topics.add(new Topic(Kind.COURSE, "course", "Every claim of the course, and what holds now", List.of("claims"), this::course));
        Map<Integer, Topic> checks = new TreeMap<>();
        concepts.concepts().stream().filter(c -> c.answers() > 0).forEach(c -> checks.put(c.answers(), check(c.answers(), c.title(),
                () -> answered(c))));
        checks().forEach(c -> checks.put(c.number(), check(c.number(), c.question(), () -> shown(c))));
        topics.addAll(checks.values());
        return topics;
    }

    private static Topic check(int number, String title, Supplier<Page> page) {
        return new Topic(Kind.COURSE, "check-" + number, title, List.of("course-" + number, "knowledge-check-" + number), page);
    }

    private List<Check> checks() {
        return catalogue.library().readList(FILE, "checks", Check.class);
    }

    private Page answered(Concept concept) {
        Page page = concepts.page(concept);
        return new Page("Knowledge check " + concept.answers() + ": " + page.title(), page.sections(), page.see());
    }

    private static Page shown(Check check) {
        String folder = "sample-clusters/" + check.sample();
        String answers = check.answersFile().isEmpty() ? "" : " --answers " + folder + "/" + check.answersFile();
        List<String> command = answers.isEmpty() ? List.of("meshadvisor assess " + folder)
                : List.of("meshadvisor assess " + folder + " \\", "   " + answers);
        return new Page("Knowledge check " + check.number() + ": " + check.question(),
                List.of(new Section("", List.of(new Block.Paragraph("A sample answers it:"), new Block.Verbatim(command))),
                        Section.of("What it shows", check.shows())),
                check.see());
    }

    private Page course() {
        List<Claim> claims = catalogue.library().readList(FILE, "claims", Claim.class);
        Map<String, Long> counts = claims.stream().collect(Collectors.groupingBy(Claim::verdict, TreeMap::new, Collectors.counting()));
        String summary = counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
        return new Page("The course, claim by claim",
                List.of(Section.of("", "Of " + claims.size() + " claims: " + summary + "."), new Section("Claims", claims(claims)),
                        new Section("Commands", commands()), new Section("Knowledge checks", answers())),
                List.of());
    }

    private static List<Block> claims(List<Claim> claims) {
        List<Block> blocks = new ArrayList<>();
        for (Claim claim : claims) {
            blocks.add(Block.Item.dash(0, claim.id() + ": " + claim.claim()));
            blocks.add(new Block.Item(1, "", claim.verdict() + ": " + claim.now()));
            blocks.add(new Block.Item(1, "", "Source: " + Citation.of(claim).words()));
        }
        return blocks;
    }

    private List<Block> commands() {
        List<Block> blocks = new ArrayList<>();
        catalogue.library().readList(FILE, "commands", CourseCommand.class).forEach(c -> {
            blocks.add(Block.Item.dash(0, c.id() + ": " + c.inModule()));
            blocks.add(new Block.Item(1, "", "correct: " + c.correct()));
            blocks.add(new Block.Item(1, "", "Source: " + new Citation(c.source(), c.date(), c.mark()).words()));
        });
        return blocks;
    }

    private List<Block> answers() {
        return topics().stream().filter(t -> !t.word().equals("course"))
                .<Block>map(t -> Block.Item.dash(0, t.word() + ": " + t.title())).toList();
    }
}
