package meshadvisor.format.paper;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws the pictures of a page: the lines and words that a browser draws, too. Words are drawn as outlines, for what a picture says stands as its
 * description and in the table below it.
 */
record Pictures(Fonts fonts) implements FSObjectDrawerFactory, FSObjectDrawer {

    private static final String ELEMENT = "object";
    private static final double USUAL = 12;
    private static final double SMALL = 10;

    @Override
    public boolean isReplacedObject(Element element) {
        return element.getNodeName().equals(ELEMENT);
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        return this;
    }

    @Override
    public Map<Shape, String> drawObject(Element element, double x, double y, double width, double height, OutputDevice device,
            RenderingContext context, int dotsPerPixel) {
        NodeList drawings = element.getElementsByTagName("svg");
        if (drawings.getLength() > 0) {
            Element drawing = (Element) drawings.item(0);
            float pixels = (float) (width / dotsPerPixel);
            device.drawWithGraphics((float) x, (float) y, pixels, (float) (height / dotsPerPixel),
                    graphics -> draw(drawing, pixels, graphics));
        }
        return Map.of();
    }

    private void draw(Element drawing, double width, Graphics2D graphics) {
        double[] view = Arrays.stream(drawing.getAttribute("viewBox").split(" ")).mapToDouble(Double::parseDouble).toArray();
        graphics.scale(width / view[2], width / view[2]);
        elements(drawing).forEach(mark -> {
            List<String> classes = List.of(mark.getAttribute("class").split(" "));
            if (mark.getNodeName().equals("text")) {
                Look.ofWord(classes).word(outlines(mark, classes), graphics);
            } else {
                Look.ofLine(classes).line(Lines.of(mark.getAttribute("d")), graphics);
            }
        });
    }

    private Shape outlines(Element word, List<String> classes) {
        Face face = classes.contains("strong") ? fonts.strong() : fonts.text();
        double size = classes.contains("small") ? SMALL : USUAL;
        String text = word.getTextContent();
        double before = (classes.contains("end") ? 1 : classes.contains("middle") ? 0.5 : 0) * face.width(text, size);
        return AffineTransform.getTranslateInstance(Double.parseDouble(word.getAttribute("x")) - before,
                Double.parseDouble(word.getAttribute("y"))).createTransformedShape(face.outlines(text, size));
    }

    private static List<Element> elements(Element drawing) {
        NodeList children = drawing.getChildNodes();
        return IntStream.range(0, children.getLength()).mapToObj(children::item).filter(Element.class::isInstance)
                .map(Element.class::cast).toList();
    }
}
