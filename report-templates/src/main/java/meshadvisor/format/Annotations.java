package meshadvisor.format;

import java.util.List;
import java.util.Locale;
import meshadvisor.format.Notice.Loudness;
import meshadvisor.model.Place;

/**
 * Notices as workflow commands of GitHub Actions. GitHub shows ten of each kind and drops the rest without a word, so the rest is counted here. No text
 * of a manifest can begin a command of its own: line breaks are escaped.
 */
final class Annotations {

    private static final int SHOWN = 10;

    private Annotations() {}

    /**
     * All of them.
     *
     * @param all the loudest first
     * @param sentence what they come to, for the log
     */
    static String of(List<Notice> all, String sentence) {
        StringBuilder out = new StringBuilder();
        for (Loudness loudness : Loudness.values()) {
            List<Notice> these = all.stream().filter(n -> n.loudness() == loudness).toList();
            boolean fits = these.size() <= SHOWN;
            these.stream().limit(fits ? SHOWN : SHOWN - 1).forEach(n -> out.append(command(n)).append('\n'));
            if (!fits) {
                out.append("::").append(word(loudness)).append(" title=").append(property("More")).append("::")
                        .append(escaped("+" + (these.size() - SHOWN + 1) + " more in the summary")).append('\n');
            }
        }
        return out.append(escaped(sentence)).append('\n').toString();
    }

    private static String command(Notice notice) {
        Place place = notice.place();
        StringBuilder properties = new StringBuilder();
        if (!place.file().isEmpty() && !place.file().equals("-")) {
            properties.append("file=").append(property(Paths.relative(place.file()))).append(',');
            if (place.line() > 0) {
                properties.append("line=").append(place.line()).append(',').append("endLine=").append(place.line()).append(',');
            }
            if (place.column() > 0) {
                properties.append("col=").append(place.column()).append(',');
            }
        }
        String waived = notice.waived().map(w -> "; " + w).orElse("");
        return "::" + word(notice.loudness()) + " " + properties + "title=" + property(notice.title()) + "::"
                + escaped(notice.message() + waived);
    }

    private static String word(Loudness loudness) {
        return loudness == Loudness.NOTE ? "notice" : loudness.name().toLowerCase(Locale.ROOT);
    }

    /** Characters that cannot be seen are spelled out; the runner decodes what is written here as {@code %25}, {@code %0D} and {@code %0A}. */
    static String escaped(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> kept.append("%0A");
                case '\r' -> kept.append("%0D");
                case '%' -> kept.append("%25");
                default -> kept.append(Visible.of(Character.toString(c)));
            }
        });
        return kept.toString();
    }

    private static String property(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }
}
