package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is folded away in a report, cut where a system is so large that nobody would read on: the plan's own command writes all of it. */
final class Bounded {

    private static final int LINES = 24;
    private static final int ROWS = 100;
    private static final int BLOCKS = 150;
    private static final int CHARACTERS = 1_500;
    private static final String WHOLE = ", which meshadvisor plan has";

    private Bounded() {}

    /** The blocks, each not too long, and not too many under one heading. */
    static List<Block> of(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        int here = 0;
        for (Block block : blocks) {
            here = block instanceof Block.Fold || block instanceof Block.Subheading ? 0 : here + 1;
            if (here <= BLOCKS) {
                cut(block).forEach(kept::add);
            } else if (here == BLOCKS + 1) {
                kept.add(Block.item(1, "and more of the same" + WHOLE));
            }
        }
        return kept;
    }

    private static Stream<Block> cut(Block block) {
        return switch (block) {
            case Block.Item(var depth, var text, var place) ->
                    Stream.of(text.length() <= CHARACTERS ? block : new Block.Item(depth, Wrap.clip(text, CHARACTERS), place));
            case Block.Verbatim(var text) -> {
                long lines = text.lines().count();
                yield lines <= LINES ? Stream.of(block)
                        : Stream.of(new Block.Verbatim(text.lines().limit(LINES).collect(Collectors.joining("\n"))),
                                more(lines - LINES, "lines"));
            }
            case Block.Rows(var head, var rows) -> rows.size() <= ROWS ? Stream.of(block)
                    : Stream.of(new Block.Rows(head, rows.subList(0, ROWS)), more(rows.size() - ROWS, "rows"));
            case Block.Title same -> Stream.of(same);
            case Block.Labelled same -> Stream.of(same);
            case Block.Chapter same -> Stream.of(same);
            case Block.Heading same -> Stream.of(same);
            case Block.Subheading same -> Stream.of(same);
            case Block.Fold(var text, var anchor) -> Stream.of(new Block.Fold(Wrap.clip(text, CHARACTERS / 10), anchor));
            case Block.Picture same -> Stream.of(same);
        };
    }

    private static Block more(long number, String what) {
        return Block.item(1, "and " + number + " more " + what + WHOLE);
    }
}
