package meshadvisor.format.paper;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font: which characters it has, and how they look. */
record Face(TrueTypeFont font, CmapLookup glyphs) {

    static Face of(InputStream file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        return new Face(font, font.getUnicodeCmapLookup());
    }

    boolean has(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }

    /** To be embedded in a document, as far as it is used. */
    PDFont in(PDDocument document) {
        try {
            return PDType0Font.load(document, font, true);
        } catch (IOException e) {
            throw new UncheckedIOException("a font of our own cannot be read", e);
        }
    }

    /** How far a text reaches, in the unit of the size. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size;
    }

    /** The outlines of a text that begins at the origin; up is negative. */
    Shape outlines(String text, double size) {
        try {
            Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
            double scale = size / font.getUnitsPerEm();
            double x = 0;
            for (int codePoint : text.codePoints().toArray()) {
                Optional<GlyphData> glyph = Optional.ofNullable(font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint)));
                AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, 0);
                glyph.ifPresent(outline -> all.append(outline.getPath().getPathIterator(place), false));
                x += advance(codePoint) * size;
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("a font of our own cannot be read", e);
        }
    }

    private double advance(int codePoint) {
        try {
            return (double) font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("a font of our own cannot be read", e);
        }
    }
}
