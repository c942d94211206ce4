package meshadvisor.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import meshadvisor.load.drive.Target.Sizes;
import meshadvisor.load.drive.Target.Weighted;
import meshadvisor.load.schedule.Distribution;
import meshadvisor.load.schedule.Distributions;
import meshadvisor.load.schedule.Unit;
import meshadvisor.load.wire.Route;
import meshadvisor.load.wire.Route.Header;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of drive that say what a request is like. */
final class RequestOptions {

    private static final Pattern METHOD = Pattern.compile("([A-Z]{1,20})(?:=([0-9]{1,6}(?:\\.[0-9]{1,6})?))?");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}):[ \\t]*([\\x20-\\x7e\\t]{0,4000}?)[ \\t]*");
    private static final int MOST_HEADERS = 4_000;
    /** What each header adds to its text at most. */
    private static final int LINE = 4;
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");
    private static final Distribution NOTHING = new Distribution.Fixed(0);

    @Option(names = "--method", paramLabel = "M", description = "A method, or several with their shares: GET=3,POST=1 (${DEFAULT-VALUE}).")
    String method = "GET";

    @Option(names = "--header", paramLabel = "'NAME: VALUE'", description = "A header of each request; may be given several times.")
    List<String> headers = new ArrayList<>();

    @Option(names = "--payload", paramLabel = "DIST", description = "Bytes of a request's body (${DEFAULT-VALUE}).")
    String payload = "0";

    @Option(names = "--response-size", paramLabel = "DIST",
            description = "Bytes that the answer is asked to have, by the header x-response-bytes, which serve understands.")
    @Nullable
    String wanted;

    /** The routes of a target, one for each method. */
    List<Weighted> routes(TargetUrl url, Mistakes mistakes) {
        var own = headers.stream().map(RequestOptions::header).flatMap(Optional::stream).toList();
        var routes = new ArrayList<Weighted>();
        for (var each : method.split(",", -1)) {
            var parts = METHOD.matcher(each.strip());
            if (parts.matches()) {
                double weight = parts.group(2) == null ? 1 : Double.parseDouble(parts.group(2));
                mistakes.unless(weight > 0, "--method: the share of " + each + " is not above 0");
                routes.add(new Weighted(new Route(url.scheme(), url.authority(), parts.group(1), url.path(), own), weight));
            }
        }
        return routes;
    }

    /** The sizes; also tells mistakes of methods and headers, once for all targets. */
    Sizes sizes(Mistakes mistakes) {
        for (var each : method.split(",", -1)) {
            mistakes.unless(METHOD.matcher(each.strip()).matches(),
                    "--method: \"" + each + "\" is not a method like GET, or GET=3 with its share");
        }
        for (var each : headers) {
            var read = header(each);
            mistakes.unless(read.isPresent(), "--header: \"" + each + "\" is not like 'name: value' in ASCII");
            mistakes.unless(read.stream().noneMatch(header -> FRAMING.contains(header.name().toLowerCase(Locale.ROOT))),
                    "--header: \"" + each + "\" follows from --payload and cannot be given");
        }
        mistakes.unless(headers.stream().mapToInt(each -> each.length() + LINE).sum() <= MOST_HEADERS,
                "--header: more than " + MOST_HEADERS + " bytes in all");
        var carried = mistakes.read("--payload", NOTHING, () -> Distributions.parse(payload, Unit.SIZE));
        var asked = Optional.ofNullable(wanted)
                .map(text -> mistakes.read("--response-size", NOTHING, () -> Distributions.parse(text, Unit.SIZE)));
        return new Sizes(carried, asked);
    }

    private static Optional<Header> header(String text) {
        var parts = HEADER.matcher(text);
        return parts.matches() ? Optional.of(new Header(parts.group(1), parts.group(2))) : Optional.empty();
    }
}
