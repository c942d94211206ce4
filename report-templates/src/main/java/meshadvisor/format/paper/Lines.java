package meshadvisor.format.paper;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The lines of a picture, read from a path of SVG: the commands that our pictures use. Arcs are those of circles. */
final class Lines {

    private static final Pattern COMMAND = Pattern.compile("([A-Za-z])([^A-Za-z]*)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

    /** How many numbers each takes. */
    private static final Map<Character, Integer> NUMBERS = Map.of('M', 2, 'L', 2, 'H', 1, 'V', 1, 'C', 6, 'A', 7);

    private final Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);

    private Lines() {}

    /** Of a path. */
    static Path2D of(String path) {
        Lines lines = new Lines();
        COMMAND.matcher(path).results().forEach(command -> lines.command(command.group(1).charAt(0),
                NUMBER.matcher(command.group(2)).results().map(MatchResult::group).mapToDouble(Double::parseDouble).toArray()));
        return lines.path;
    }

    private void command(char letter, double[] numbers) {
        char command = Character.toUpperCase(letter);
        if (command == 'Z') {
            path.closePath();
            return;
        }
        int each = Optional.ofNullable(NUMBERS.get(command))
                .orElseThrow(() -> new IllegalArgumentException("pictures have no command " + letter));
        for (int at = 0; at + each <= numbers.length; at += each) {
            Point2D from = Optional.ofNullable(path.getCurrentPoint()).orElseGet(Point2D.Double::new);
            Point2D origin = Character.isLowerCase(letter) ? from : new Point2D.Double();
            step(command == 'M' && at > 0 ? 'L' : command, from, origin, Arrays.copyOfRange(numbers, at, at + each));
        }
    }

    private void step(char command, Point2D from, Point2D origin, double[] to) {
        double x = origin.getX();
        double y = origin.getY();
        switch (command) {
            case 'M' -> path.moveTo(x + to[0], y + to[1]);
            case 'L' -> path.lineTo(x + to[0], y + to[1]);
            case 'H' -> path.lineTo(x + to[0], from.getY());
            case 'V' -> path.lineTo(from.getX(), y + to[0]);
            case 'C' -> path.curveTo(x + to[0], y + to[1], x + to[2], y + to[3], x + to[4], y + to[5]);
            default -> arc(from, new Point2D.Double(x + to[5], y + to[6]), to);
        }
    }

    /** SVG 1.1, appendix F.6.5, for equal radii. */
    private void arc(Point2D from, Point2D to, double[] numbers) {
        double radius = numbers[0];
        boolean large = numbers[3] != 0;
        boolean clockwise = numbers[4] != 0;
        double x = (from.getX() - to.getX()) / 2;
        double y = (from.getY() - to.getY()) / 2;
        double half = x * x + y * y;
        double aside = (large != clockwise ? 1 : -1) * Math.sqrt(Math.max(0, radius * radius - half) / half);
        double centreX = aside * y + (from.getX() + to.getX()) / 2;
        double centreY = -aside * x + (from.getY() + to.getY()) / 2;
        double begin = Math.toDegrees(Math.atan2(from.getY() - centreY, from.getX() - centreX));
        double end = Math.toDegrees(Math.atan2(to.getY() - centreY, to.getX() - centreX));
        double turn = (end - begin + 720) % 360;
        path.append(new Arc2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius, -begin, clockwise ? -turn : 360 - turn,
                Arc2D.OPEN), true);
    }
}
