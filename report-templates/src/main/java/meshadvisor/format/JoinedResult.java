package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.format.ReportFormat.View;
import meshadvisor.format.Summary.Entry;
import meshadvisor.format.Summary.Line;

/**
 * Several saved results as one text: the assessment first, each as a chapter that says which file it is of, so that a review has all of it in one.
 *
 * @param sources in the order of their kinds
 */
public record JoinedResult(List<Source> sources) {

    private static final String LABEL = "Also here";

    /**
     * A result and the file that it was read from.
     *
     * @param sha256 of the file
     */
    public record Source(String file, String sha256, SavedResult result) {}

    public JoinedResult {
        sources = sources.stream().sorted(Comparator.comparing(source -> source.result.kind())).toList();
    }

    /** The formats that people read from beginning to end; what is made for programs cannot be joined. */
    public static List<ReportFormat> formats() {
        return List.of(ReportFormat.TABLE, ReportFormat.MARKDOWN, ReportFormat.HTML, ReportFormat.PDF);
    }

    /** What speaks against joining them, whole sentences. */
    public List<String> mistakes() {
        List<Source> assessments = of(ResultKind.ASSESSMENT);
        List<String> mistakes = new ArrayList<>();
        if (assessments.size() > 1) {
            mistakes.add("--from " + assessments.get(0).file + " and --from " + assessments.get(1).file
                    + " are both assessments, and a text has one verdict; report --from " + assessments.get(1).file + " --compare "
                    + assessments.get(0).file + " says what changed");
        }
        IntStream.range(0, sources.size()).forEach(i -> sources.stream().skip(i + 1L).filter(s -> s.sha256.equals(sources.get(i).sha256))
                .forEach(s -> mistakes.add("--from " + sources.get(i).file + " and --from " + s.file + " are the same, byte by byte")));
        return mistakes;
    }

    /** Whether the assessment among them failed. */
    public boolean failed() {
        return sources.stream().anyMatch(source -> source.result.failed());
    }

    /**
     * Writes them.
     *
     * @param format one of those that can be joined
     */
    public void write(ReportFormat format, View view, Writer out) throws IOException {
        Language language = view.language();
        Optional<SavedResult.Advised> advised = sources.stream().map(Source::result).filter(SavedResult.Advised.class::isInstance)
                .map(SavedResult.Advised.class::cast).findFirst();
        if (advised.isPresent()) {
            AdviceText said = new Translation(language).of(advised.get().shown());
            new AdviceText(summary(said.summary(), language), said.marks(), chapters(said.text(), language),
                    chapters(said.page(), language),
                    said.day()).show(format, view, out);
        } else {
            List<Block> blocks =
                    new ArrayList<>(List.of(new Block.Title(language.say("Results"), language.say("Results of meshadvisor in one text")),
                            new Block.Labelled(language.say(LABEL), others(language).map(Line::text).toList())));
            blocks.addAll(chapters(List.of(), language));
            new Document(blocks, none -> {
            }, language).write(Format.valueOf(format.name()), view.screen(), out);
        }
    }

    private List<Source> of(ResultKind kind) {
        return sources.stream().filter(source -> source.result.kind() == kind).toList();
    }

    /** What the others come to stands on the first screen, too. */
    private Summary summary(Summary first, Language language) {
        List<Line> lines = others(language).toList();
        return new Summary(first.sentence(),
                Stream.concat(first.facts().stream(), Stream.of(new Entry(language.say(LABEL), lines))).toList(),
                first.findings(), first.adopted(), first.next());
    }

    private Stream<Line> others(Language language) {
        return sources.stream().flatMap(source -> switch (source.result) {
            case SavedResult.Advised advised -> Stream.of();
            case SavedResult.Told told -> title(told, language).map(sentence -> Line.of(2, heading(source, language) + ": " + sentence));
        });
    }

    private static Stream<String> title(SavedResult.Told told, Language language) {
        return new Translation(language).part(told.document().blocks()).stream().filter(Block.Title.class::isInstance)
                .map(block -> ((Block.Title) block).sentence());
    }

    private List<Block> chapters(List<Block> advice, Language language) {
        List<Block> blocks = new ArrayList<>();
        for (Source source : sources) {
            String anchor = "file-" + (sources.indexOf(source) + 1);
            String heading = heading(source, language);
            blocks.add(new Block.Chapter(heading, anchor));
            blocks.add(Block.item(1, language.say(origin(source))));
            switch (source.result) {
                case SavedResult.Advised advised -> blocks.addAll(advice);
                case SavedResult.Told told -> new Translation(language).part(told.document().blocks())
                        .forEach(block -> blocks.addAll(part(block, heading, anchor)));
            }
        }
        return blocks;
    }

    /** Where there are several of a kind they are numbered. */
    private String heading(Source source, Language language) {
        List<Source> same = of(source.result.kind());
        String title = language.say(source.result.kind().title());
        return same.size() == 1 ? title : title + " " + (same.indexOf(source) + 1);
    }

    private static String origin(Source source) {
        return "From " + source.file + ", which meshadvisor " + source.result.kind().command() + " wrote"
                + (source.result.day().isEmpty() ? "; the file names no day" : "; of " + source.result.day()) + ". SHA-256: "
                + source.sha256;
    }

    /** Headings say to which chapter they belong, as contents and the heads of pages show them alone. */
    private static List<Block> part(Block block, String chapter, String anchor) {
        return switch (block) {
            case Block.Title(var name, var sentence) -> List.of(Block.item(1, sentence));
            case Block.Labelled(var label, var texts) -> texts.stream().map(text -> Block.item(1, label + ": " + text)).toList();
            case Block.Heading(var text, var own) -> List.of(new Block.Heading(chapter + ": " + text, anchor + "-" + own));
            case Block.Subheading(var tone, var text, var own) -> List.of(new Block.Subheading(tone, text, anchor + "-" + own));
            case Block.Fold(var text, var own) -> List.of(new Block.Fold(text, anchor + "-" + own));
            case Block.Chapter same -> List.of(same);
            case Block.Item same -> List.of(same);
            case Block.Rows same -> List.of(same);
            case Block.Verbatim same -> List.of(same);
            case Block.Picture same -> List.of(same);
        };
    }
}
