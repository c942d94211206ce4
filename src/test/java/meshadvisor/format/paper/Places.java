package meshadvisor.format.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where the letters of a page stand. */
final class Places extends PDFTextStripper {

    private static final float MARGIN = 42;
    private static final double NEAR = 0.4;

    private final List<TextPosition> letters = new ArrayList<>();
    private final PDRectangle page;

    private Places(PDRectangle page) {
        this.page = page;
    }

    static Places of(PDDocument pdf, int number) throws IOException {
        Places places = new Places(pdf.getPage(number - 1).getMediaBox());
        places.setStartPage(number);
        places.setEndPage(number);
        places.setSuppressDuplicateOverlappingText(false);
        places.getText(pdf);
        return places;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (!letter.getUnicode().isBlank()) {
            letters.add(letter);
        }
        super.processTextPosition(letter);
    }

    /** Letters in the margin, and letters that stand on each other. */
    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        letters.stream()
                .filter(each -> each.getX() < MARGIN || right(each) > page.getWidth() - MARGIN || each.getY() > page.getHeight() - 20)
                .forEach(each -> mistakes.add("in the margin: " + each + " at " + each.getX() + ", " + each.getY()));
        List<TextPosition> sorted = letters.stream().sorted(Comparator.comparingDouble(TextPosition::getX)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            TextPosition one = sorted.get(i);
            for (int j = i + 1; j < sorted.size() && sorted.get(j).getX() < right(one) - NEAR * one.getWidth(); j++) {
                TextPosition other = sorted.get(j);
                if (Math.abs(one.getY() - other.getY()) < NEAR * one.getFontSizeInPt()) {
                    mistakes.add(one + " stands on " + other + " at " + one.getX() + ", " + one.getY());
                }
            }
        }
        return mistakes;
    }

    private static float right(TextPosition letter) {
        return letter.getX() + letter.getWidth();
    }
}
