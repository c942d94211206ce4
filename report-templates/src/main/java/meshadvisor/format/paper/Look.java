package meshadvisor.format.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.List;
import java.util.Optional;

/**
 * How a mark of a picture looks on paper, in black and grey; its classes are those of the style sheet of the page.
 *
 * @param fill of areas and words
 * @param stroke of lines, around areas, and behind words, so that lines below do not touch them
 * @param colour of the stroke
 */
record Look(Optional<Color> fill, Optional<BasicStroke> stroke, Color colour) {

    private static final Color SOFT = new Color(0x333333);
    private static final Color FAINT = new Color(0x999999);
    private static final Color WASH = new Color(0xf2f2f2);
    private static final float THIN = 1;
    private static final float USUAL = 1.4f;
    private static final float THICK = 2.2f;
    private static final float HALO = 3;
    private static final float[] DASHES = {6, 3};
    private static final float[] DOTS = {1, 4};

    /** Of a line or an area. */
    static Look ofLine(List<String> classes) {
        if (any(classes, "full", "tip", "dot")) {
            return new Look(Optional.of(Color.BLACK), Optional.empty(), Color.BLACK);
        }
        boolean faint = any(classes, "grid", "band", "hatch");
        float width = faint ? THIN : any(classes, "bar", "hollow", "end") ? THICK : USUAL;
        return new Look(fill(classes), Optional.of(stroke(classes, width)), faint ? FAINT : any(classes, "zero") ? SOFT : Color.BLACK);
    }

    /** Of a word. Those in the middle of something need nothing behind them. */
    static Look ofWord(List<String> classes) {
        Optional<BasicStroke> halo = any(classes, "middle") ? Optional.empty()
                : Optional.of(new BasicStroke(HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return new Look(Optional.of(Color.BLACK), halo, Color.WHITE);
    }

    /** Paints a line or an area. */
    void line(Shape shape, Graphics2D graphics) {
        paintArea(shape, graphics);
        paintStroke(shape, graphics);
    }

    /** Paints a word, given as its outlines. */
    void word(Shape outlines, Graphics2D graphics) {
        paintStroke(outlines, graphics);
        paintArea(outlines, graphics);
    }

    private void paintArea(Shape shape, Graphics2D graphics) {
        fill.ifPresent(paint -> {
            graphics.setColor(paint);
            graphics.fill(shape);
        });
    }

    private void paintStroke(Shape shape, Graphics2D graphics) {
        stroke.ifPresent(pen -> {
            graphics.setColor(colour);
            graphics.setStroke(pen);
            graphics.draw(shape);
        });
    }

    private static Optional<Color> fill(List<String> classes) {
        if (any(classes, "hollow", "end")) {
            return Optional.of(Color.WHITE);
        }
        return any(classes, "box", "band") ? Optional.of(WASH) : Optional.empty();
    }

    private static BasicStroke stroke(List<String> classes, float width) {
        if (any(classes, "dashes")) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, DASHES[0], DASHES, 0);
        }
        return any(classes, "dots") ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, DOTS[1], DOTS, 0)
                : new BasicStroke(width);
    }

    private static boolean any(List<String> classes, String... wanted) {
        return List.of(wanted).stream().anyMatch(classes::contains);
    }
}
