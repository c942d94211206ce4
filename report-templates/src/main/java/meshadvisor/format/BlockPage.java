package meshadvisor.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.format.html.Page;
import meshadvisor.format.html.Page.Fact;
import meshadvisor.format.html.Page.Line;
import meshadvisor.format.html.Page.Section;
import meshadvisor.format.html.Part;
import meshadvisor.format.html.Part.Point;

/** From blocks to a page: what stands below each other becomes what stands inside each other. */
final class BlockPage {

    /** More under one heading is shown when it is asked for. */
    private static final int MANY = 25;

    private final Set<String> anchors = new HashSet<>();
    private final List<Section> sections = new ArrayList<>();
    private final Language language;
    private int pictures;

    private BlockPage(Language language) {
        this.language = language;
    }

    /** Of a text with a title. */
    static Page of(List<Block> blocks, Language language) {
        Block.Title title = blocks.stream().filter(Block.Title.class::isInstance).map(Block.Title.class::cast).findFirst()
                .orElse(new Block.Title("meshadvisor", "Result"));
        List<Fact> facts = blocks.stream().filter(Block.Labelled.class::isInstance).map(Block.Labelled.class::cast)
                .map(each -> new Fact(each.label(), each.texts().stream().map(text -> new Line(text, "", "")).toList())).toList();
        return new Page(title.name(), List.of(), title.sentence(), facts, sections(blocks, language), language);
    }

    /** The sections alone. */
    static List<Section> sections(List<Block> blocks, Language language) {
        BlockPage page = new BlockPage(language);
        List<Block> rest = blocks.stream().filter(block -> !(block instanceof Block.Title || block instanceof Block.Labelled)).toList();
        for (int from = 0; from < rest.size();) {
            int to = Math.min(next(rest, from + 1, Block.Heading.class), next(rest, from + 1, Block.Chapter.class));
            page.sections.add(page.section(rest.subList(from, to)));
            from = to;
        }
        return page.sections;
    }

    private Section section(List<Block> blocks) {
        List<Block> below = blocks.subList(1, blocks.size());
        return switch (blocks.getFirst()) {
            case Block.Heading(var text, var anchor) -> new Section(text, anchor(anchor), false, folds(below, text));
            case Block.Chapter(var text, var anchor) -> new Section(text, anchor(anchor), true, folds(below, text));
            default -> new Section(language.say("Result"), anchor("result"), false, folds(blocks, language.say("Result")));
        };
    }

    private static int next(List<Block> blocks, int from, Class<? extends Block> kind) {
        int at = from;
        while (at < blocks.size() && !kind.isInstance(blocks.get(at))) {
            at++;
        }
        return at;
    }

    private List<Part> folds(List<Block> blocks, String title) {
        int first = next(blocks, 0, Block.Fold.class);
        List<Part> parts = new ArrayList<>(groups(blocks.subList(0, first), title));
        for (int from = first; from < blocks.size();) {
            int to = next(blocks, from + 1, Block.Fold.class);
            Block.Fold fold = (Block.Fold) blocks.get(from);
            parts.add(new Part.Drawer(fold.text(), anchor(fold.anchor()), groups(blocks.subList(from + 1, to), fold.text())));
            from = to;
        }
        return parts;
    }

    private List<Part> groups(List<Block> blocks, String title) {
        int first = next(blocks, 0, Block.Subheading.class);
        List<Part> parts = new ArrayList<>(parts(blocks.subList(0, first), title));
        for (int from = first; from < blocks.size();) {
            int to = next(blocks, from + 1, Block.Subheading.class);
            Block.Subheading heading = (Block.Subheading) blocks.get(from);
            parts.add(new Part.Group(heading.text(), anchor(heading.anchor()), style(heading.tone()),
                    parts(blocks.subList(from + 1, to), heading.text())));
            from = to;
        }
        return parts;
    }

    private static String style(Tone tone) {
        return switch (tone) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case PLAIN, STRONG -> "";
        };
    }

    private List<Part> parts(List<Block> blocks, String title) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < blocks.size();) {
            int to = from;
            while (to < blocks.size() && blocks.get(to) instanceof Block.Item) {
                to++;
            }
            if (to > from) {
                parts.add(points(blocks.subList(from, to).stream().map(Block.Item.class::cast).toList()));
                from = to;
            } else {
                part(blocks.get(from), title).forEach(parts::add);
                from++;
            }
        }
        return parts;
    }

    private Part points(List<Block.Item> items) {
        List<Point> points = below(items, items.stream().mapToInt(Block.Item::depth).min().orElse(1));
        Part all = new Part.Points(points);
        return points.size() > MANY ? new Part.Folded(language.say("Show all " + points.size()), List.of(all)) : all;
    }

    private static List<Point> below(List<Block.Item> items, int depth) {
        List<Point> points = new ArrayList<>();
        for (int from = 0; from < items.size();) {
            int to = from + 1;
            while (to < items.size() && items.get(to).depth() > depth) {
                to++;
            }
            Block.Item item = items.get(from);
            points.add(new Point(item.text(), item.place(), below(items.subList(from + 1, to), depth + 1)));
            from = to;
        }
        return points;
    }

    private Stream<Part> part(Block block, String title) {
        return switch (block) {
            case Block.Rows(var head, var rows) -> Stream.of(grid(new Part.Grid(title, named(head), rows)));
            case Block.Verbatim(var text) -> Stream.of(new Part.Code(text));
            case Block.Picture(var chart) -> {
                pictures++;
                yield Stream.of(new Part.Picture(chart.named("picture-" + pictures)));
            }
            case Block.Title title1 -> Stream.of();
            case Block.Labelled labelled -> Stream.of();
            case Block.Chapter chapter -> Stream.of();
            case Block.Heading heading -> Stream.of();
            case Block.Fold fold -> Stream.of();
            case Block.Subheading subheading -> Stream.of();
            case Block.Item item -> Stream.of();
        };
    }

    private Part grid(Part.Grid grid) {
        return grid.rows().size() > MANY ? new Part.Folded(language.say("Show all " + grid.rows().size()), List.of(grid)) : grid;
    }

    /** A column without a word at its head has one for those who do not see where it stands. */
    private List<String> named(List<String> head) {
        return head.stream().map(word -> word.isEmpty() ? language.say("figure") : word).toList();
    }

    /** Letters, digits and hyphens, and nowhere twice. */
    private String anchor(String wanted) {
        String anchor = "on-" + wanted.replaceAll("[^A-Za-z0-9-]", "-");
        String free = anchor;
        for (int i = 2; !anchors.add(free); i++) {
            free = anchor + "-" + i;
        }
        return free;
    }
}
