package meshadvisor.format.paper;

import java.util.BitSet;
import java.util.Locale;

/**
 * Spells out what the fonts of a page cannot show, as the text formats do with what cannot be seen: {@code \u65e5}. A box in place of each would be
 * alike for all. What is written from right to left is spelled, too: among words of the other direction its letters would stand in an order that
 * nobody wrote.
 */
final class Spelling {

    private static final int LAST_OF_ONE_BYTE = 0x7f;

    private final Fonts fonts;
    private final BitSet known = new BitSet();
    private final BitSet shown = new BitSet();

    private Spelling(Fonts fonts) {
        this.fonts = fonts;
    }

    static Spelling with(Fonts fonts) {
        return new Spelling(fonts);
    }

    /** A page of which every character can be shown. Its markup is of characters that every font has. */
    String of(String page) {
        if (page.codePoints().allMatch(this::isShown)) {
            return page;
        }
        StringBuilder spelled = new StringBuilder(page.length());
        page.codePoints().forEach(c -> {
            if (isShown(c)) {
                spelled.appendCodePoint(c);
            } else {
                spelled.append(String.format(Locale.ROOT, Character.isBmpCodePoint(c) ? "\\u%04x" : "\\U%08x", c));
            }
        });
        return spelled.toString();
    }

    private boolean isShown(int codePoint) {
        if (codePoint <= LAST_OF_ONE_BYTE) {
            return true;
        }
        if (!known.get(codePoint)) {
            known.set(codePoint);
            shown.set(codePoint, !turns(codePoint) && fonts.have(codePoint));
        }
        return shown.get(codePoint);
    }

    private static boolean turns(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER ->
                    true;
            default -> false;
        };
    }
}
