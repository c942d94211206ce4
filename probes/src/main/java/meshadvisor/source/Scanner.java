package meshadvisor.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.catalog.Kit;
import meshadvisor.catalog.Language;
import meshadvisor.model.Code.Host;
import meshadvisor.model.Place;
import meshadvisor.source.FileFacts.Found;

/** Looks through files of one language for uses of libraries and names of hosts. */
final class Scanner {

    private static final int LONGEST_TEXT = 300;
    private static final int WORDS_SHOWN = 120;
    private static final int MOST_FOUND = 2_000;
    private static final Pattern ADDRESS = Pattern
            .compile("(?:(?:r2|j)dbc:)?(?:(?:dns|xds|passthrough|kubernetes):///|(?<scheme>[A-Za-z0-9+.-]{0,30})://(?:[^/@\\s]*@)?)"
                    + "(?<host>[A-Za-z0-9.-]+)(?::(?<port>\\d{1,5}))?(?:[/?#,].*)?");
    private static final Pattern HOST_PORT = Pattern.compile("(?<host>[A-Za-z0-9.-]+):(?<port>\\d{2,5})(?:/.*)?");
    /** As drivers of databases are told where to go: {@code user:word@tcp(host:port)/name}. */
    private static final Pattern IN_BRACKETS = Pattern.compile("[^@(]*@tcp\\((?<host>[A-Za-z0-9.-]+)(?::(?<port>\\d{1,5}))?\\).*");
    private static final Pattern ADDRESS_WORD =
            Pattern.compile("(?i)host|addr|url|uri\\b|endpoint|server|service|client|target|upstream|dial|channel|proxy");

    private final Language language;
    private final Lexer lexer;
    private final Wanted<Marker> markers = new Wanted<>();
    private final Set<String> hosts;
    private int count;

    Scanner(Language language, Sought sought) {
        this.language = language;
        this.lexer = new Lexer(language.grammar());
        this.hosts = sought.hosts();
        Map<String, List<Marker>> byWord = new HashMap<>();
        for (Kit kit : language.libraries()) {
            for (Kit.Use use : kit.uses()) {
                Marker marker = Marker.of(count++, kit, use);
                use.words().forEach(w -> byWord.computeIfAbsent(w, k -> new ArrayList<>()).add(marker));
            }
        }
        byWord.forEach(markers::put);
    }

    /** What the file shows. */
    FileFacts scan(String path, Lines lines) {
        Pass pass = new Pass(path, lines);
        lexer.read(lines.text(), pass);
        return new FileFacts(path, language, lines.count(), List.copyOf(pass.found), pass.hosts());
    }

    private final class Pass implements Lexer.Sink {

        private final String path;
        private final Lines lines;
        private final List<Found> found = new ArrayList<>();
        private final List<Host> named = new ArrayList<>();
        private final int[] last = new int[count];

        Pass(String path, Lines lines) {
            this.path = path;
            this.lines = lines;
        }

        @Override
        public void word(int from, int to, int line, boolean quoted) {
            List<Marker> here = markers.get(lines.text(), from, to);
            for (Marker marker : here) {
                if (marker.use().quoted() == quoted && found.size() < MOST_FOUND && last[marker.number()] != line) {
                    use(marker, line);
                }
            }
        }

        /** A use counts once in a line. */
        private void use(Marker marker, int line) {
            String text = lines.line(line);
            if (!marker.fits(text)) {
                return;
            }
            String call = Statement.at(lines, line);
            if (marker.excluded(call)) {
                return;
            }
            last[marker.number()] = line;
            String words = text.strip();
            int to = line + (int) call.chars().filter(c -> c == '\n').count() - 1;
            found.add(new Found(marker.kit(), marker.use(), line, to, words.substring(0, Math.min(WORDS_SHOWN, words.length())),
                    marker.limited(call), marker.attempts(call), marker.method(call)));
        }

        @Override
        public void text(int from, int to, int line) {
            if (hosts.isEmpty() || to - from > LONGEST_TEXT || to - from < 2) {
                return;
            }
            String text = new String(lines.text(), from, to - from, StandardCharsets.ISO_8859_1);
            if (text.indexOf(':') > 0) {
                address(text, line);
            } else if (known(text) && (text.indexOf('-') > 0 || ADDRESS_WORD.matcher(lines.line(line)).find())) {
                named(new Host(text, 0, "", new Place(path, line, 0)));
            }
        }

        private void address(String text, int line) {
            Pattern form = text.contains("://") ? ADDRESS : text.contains("@tcp(") ? IN_BRACKETS : HOST_PORT;
            Matcher address = form.matcher(text);
            if (address.matches()) {
                String port = address.group("port");
                String scheme = form.equals(ADDRESS) ? address.group("scheme") : "";
                named(new Host(address.group("host"), port == null ? 0 : Integer.parseInt(port),
                        scheme == null ? "" : scheme.toLowerCase(Locale.ROOT), new Place(path, line, 0)));
            }
        }

        /** Only names of Services of the scan count: everything else is the world outside. */
        private void named(Host host) {
            if (known(host.host()) && named.size() < MOST_FOUND) {
                named.add(host);
            }
        }

        /** Those whose address says no protocol are spoken to as the call does in which they stand. */
        private List<Host> hosts() {
            List<Found> speaking = found.stream().filter(f -> !f.use().speaks().isEmpty()).toList();
            return named.stream().map(h -> !h.speaks().isEmpty() ? h
                    : speaking.stream().filter(f -> f.line() <= h.place().line() && h.place().line() <= f.to()).findFirst()
                            .map(f -> new Host(h.host(), h.port(), f.use().speaks(), h.place())).orElse(h))
                    .toList();
        }

        private boolean known(String host) {
            int dot = host.indexOf('.');
            return hosts.contains(dot < 0 ? host : host.substring(0, dot))
                    && (dot < 0 || host.contains(".svc") || host.indexOf('.', dot + 1) < 0);
        }
    }
}
