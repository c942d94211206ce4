package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.format.ReportFormat.View;
import meshadvisor.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A language is a folder, and what it says changes no name, no number and no command. */
class LanguageTest {

    /** The folder of a stage is its name. */
    private static final Pattern STAGE = Pattern.compile("\\d\\d-[a-z0-9-]+");

    private static final List<String> OTHERS = Language.tags().stream().filter(tag -> !tag.equals("en")).toList();

    static List<String> others() {
        return OTHERS;
    }

    static Stream<Arguments> every_report_in_every_language() {
        return OTHERS.stream().flatMap(tag -> Reports.ALL.keySet().stream().map(name -> Arguments.of(tag, name)));
    }

    @Test
    void there_are_german_and_ukrainian() {
        assertThat(Language.tags()).contains("de", "en", "uk");
    }

    @Test
    void a_folder_is_a_language(@TempDir Path folder) throws IOException {
        Path messages = folder.resolve("meshadvisor/format/languages/nl/messages.yaml");
        Files.createDirectories(messages.getParent());
        Files.writeString(messages, "Why: Waarom\n\"Keep {}\": \"{} behouden\"\n");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Language.class.getClassLoader())) {
            assertThat(Language.tags(loader)).contains("de", "nl", "uk");
            Language dutch = Language.of("nl", loader).orElseThrow();
            assertThat(dutch.say("Why")).isEqualTo("Waarom");
            assertThat(dutch.say("Keep Linkerd")).isEqualTo("Linkerd behouden");
            assertThat(dutch.say("Findings")).isEqualTo("Findings");
            assertThat(written(Reports.ALL.get("keep"), ReportFormat.TABLE, dutch)).contains("\nWAAROM ─");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../de", "DE", "deutsch", "xx", "de/../uk"})
    void there_is_no_other_language(String tag) {
        assertThat(Language.of(tag)).isEmpty();
    }

    @Test
    void all_languages_say_the_same_things() {
        assertThat(OTHERS.stream().map(tag -> Language.of(tag).orElseThrow().known()).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_heading_label_and_head_of_a_table_has_a_message(String tag) {
        Language language = Language.of(tag).orElseThrow();
        Set<String> missing = new TreeSet<>();
        for (Report report : Reports.ALL.values()) {
            AdviceText text = AdviceText.of(report);
            fixed(text).filter(word -> !language.knows(word)).forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    /** What is neither a name nor a sentence of a rule. */
    private static Stream<String> fixed(AdviceText text) {
        Stream<String> labels = Stream.concat(text.summary().facts().stream(),
                Stream.of(text.summary().findings(), text.summary().adopted(), text.summary().next())).map(Summary.Entry::label);
        Stream<String> words = Stream.concat(text.text().stream(), text.page().stream()).flatMap(block -> switch (block) {
            case Block.Heading heading -> Stream.of(heading.text());
            case Block.Fold fold -> Stream.of(fold.text());
            case Block.Rows rows -> rows.head().stream().filter(head -> rows.head().size() > 1 && !head.isEmpty());
            case Block.Picture picture -> Stream.concat(Stream.of(picture.chart().title()), picture.chart().table().head().stream());
            default -> Stream.of();
        });
        return Stream.of(labels, words, text.marks().stream(), Stream.of(text.summary().sentence())).flatMap(all -> all)
                .filter(word -> !STAGE.matcher(word).matches());
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_label_fits_into_its_column(String tag) {
        Language language = Language.of(tag).orElseThrow();
        Set<String> labels = Reports.ALL.values().stream().flatMap(report -> {
            Summary summary = Summary.of(report);
            return Stream.concat(summary.facts().stream(), Stream.of(summary.findings(), summary.adopted(), summary.next()));
        }).map(Summary.Entry::label).collect(Collectors.toCollection(TreeSet::new));
        labels.addAll(List.of(Translation.LABEL, "Do", "As told", "Starts", "Not known", "Simulated", "Target", "Meanwhile", "Noise", "How",
                "Valid", "Mind", "Outside", "Warning", "Not read", "Judged"));
        assertThat(labels).allSatisfy(label -> {
            assertThat(language.knows(label)).isTrue();
            assertThat(Wrap.width(language.say(label))).isLessThanOrEqualTo(10);
        });
    }

    @ParameterizedTest
    @MethodSource("every_report_in_every_language")
    void the_verdict_and_the_headings_are_in_that_language_and_it_says_once_that_the_rest_is_not(String tag, String name) {
        Language language = Language.of(tag).orElseThrow();
        String markdown = written(Reports.ALL.get(name), ReportFormat.MARKDOWN, language);
        assertThat(markdown).contains("**" + Markdown.text(language.say(Summary.of(Reports.ALL.get(name)).sentence())) + "**")
                .containsOnlyOnce(Markdown.text(language.say(Translation.NOTE)));
        assertThat(language.say(Translation.NOTE)).isNotEqualTo(Translation.NOTE);
        for (ReportFormat format : List.of(ReportFormat.HTML, ReportFormat.PDF)) {
            String page = written(Reports.ALL.get(name), format, language);
            assertThat(page).contains("<html lang=\"" + tag + "\"", ">" + language.say("Contents") + "<")
                    .doesNotContain(">Contents<", ">The same as a table<", ">Made by");
        }
    }

    @ParameterizedTest
    @MethodSource("every_report_in_every_language")
    void every_character_can_be_seen_and_places_commands_and_numbers_stay(String tag, String name) {
        Language language = Language.of(tag).orElseThrow();
        for (ReportFormat format : List.of(ReportFormat.TABLE, ReportFormat.MARKDOWN, ReportFormat.HTML, ReportFormat.PDF)) {
            String text = written(Reports.ALL.get(name), format, language);
            assertThat(text.codePoints().filter(c -> c != '\n' && Visible.hidden(c))).isEmpty();
        }
        AdviceText english = AdviceText.of(Reports.ALL.get(name));
        AdviceText other = new Translation(language).of(english);
        assertThat(places(other)).isEqualTo(places(english));
        assertThat(other.page().stream().map(Object::getClass).toList()).isEqualTo(english.page().stream().map(Object::getClass).toList());
        assertThat(digits(other)).isEqualTo(digits(english));
    }

    private static List<String> places(AdviceText text) {
        return text.page().stream().flatMap(block -> switch (block) {
            case Block.Item item -> Stream.of(item.place());
            case Block.Verbatim code -> Stream.of(code.text());
            case Block.Heading heading -> Stream.of(heading.anchor());
            default -> Stream.of();
        }).toList();
    }

    /** The digits of every sentence: none is lost or added when words around them change. */
    private static List<String> digits(AdviceText text) {
        return Stream.concat(text.text().stream(), text.page().stream()).flatMap(block -> switch (block) {
            case Block.Item item -> Stream.of(item.text());
            case Block.Subheading heading -> Stream.of(heading.text());
            case Block.Rows rows -> rows.rows().stream().flatMap(List::stream);
            default -> Stream.of();
        }).map(sentence -> sentence.replaceAll("[^0-9]", "").chars().sorted().mapToObj(Character::toString).collect(Collectors.joining()))
                .toList();
    }

    @Test
    void a_service_that_is_called_like_a_word_of_ours_keeps_its_name() {
        Language german = Language.of("de").orElseThrow();
        Block rows = new Block.Rows(List.of("Object", "Confidence"), List.of(List.of("measured", "high"), List.of("unknown", "low")));
        assertThat(new Translation(german).text(List.of(rows))).contains(
                new Block.Rows(List.of("Objekt", "Gewissheit"), List.of(List.of("measured", "hoch"), List.of("unknown", "gering"))));
    }

    @Test
    void what_says_most_decides_where_two_messages_fit() {
        Language german = Language.of("de").orElseThrow();
        assertThat(german.say("Keep Linkerd")).isEqualTo("Behalten: Linkerd");
        assertThat(german.say("Keep Linkerd: it serves \"Rate limiting\" and \"Who may call what\"."))
                .isEqualTo("Linkerd behalten: Es dient \"Begrenzung der Anfragerate\" und \"Wer was aufrufen darf\".");
    }

    private static String written(Report report, ReportFormat format, Language language) {
        StringWriter out = new StringWriter();
        try {
            format.write(report, new View("1.2.3", Screen.PLAIN, language), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
