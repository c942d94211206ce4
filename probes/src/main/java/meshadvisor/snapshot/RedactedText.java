package meshadvisor.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces in a text every word that is not known, and every address; what stands between the words stays, so that texts keep their form. */
final class RedactedText {

    /** Times are taken before addresses, which look alike, and both before words. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<time>\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?)"
                    + "|(?<six>(?<![\\w:])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{1,4}(?![\\w:]))"
                    + "|(?<four>(?<![\\p{L}\\p{N}])(?<!\\d\\.)\\d{1,3}(?:(?:\\.\\d{1,3}){3}(?!\\w|\\.\\d)"
                    + "|(?:-\\d{1,3}){3}(?![\\p{L}\\p{N}])|(?:_\\d{1,3}){3}(?![\\p{L}\\p{N}])))"
                    + "|(?<word>[\\p{L}\\p{N}\\p{M}]+)");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("v?\\d{1,5}(?:ns|us|ms|[smhd]|[kKMGTPE]i?|[nu])?");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{3,5}");
    /** Before a number that is a port, or a part of a version. */
    private static final Pattern OPENS = Pattern.compile("(?i).*(?:\\w:|]:|\\d\\.|ports?[\"']?[=: ])", Pattern.DOTALL);
    /** After a number that is a part of a version. */
    private static final Pattern GOES_ON = Pattern.compile("\\.\\d.*|%.*", Pattern.DOTALL);
    private static final Pattern MORE_DIGITS = Pattern.compile("[ -]\\d.*", Pattern.DOTALL);
    /** Around a number that a sentence of this program tells. */
    private static final Pattern TOLD = Pattern.compile("(?:.*[ (])?", Pattern.DOTALL);
    private static final int AROUND = 12;
    private static final Pattern PIECE = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{N}+|[\\p{L}\\p{M}]");
    /** Addresses that mean the same everywhere. */
    private static final Pattern NOBODYS = Pattern.compile("127\\..*|0\\.0\\.0\\.0|255\\..*|169\\.254\\.169\\.254|::1?");
    /** Of a number at the end of a name. */
    private static final int MOST_DIGITS = 2;
    /** Of one at the end of a known word, as in python311. */
    private static final int MOST_OF_KNOWN = 4;

    private final Pseudonyms pseudonyms;

    RedactedText(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Which numbers of three and more digits stay. */
    private enum Numbers {
        /** Ports and parts of versions: others could be somebody's. */
        OF_PROGRAMS,
        /** Also those that stand alone, as this program tells them. */
        ALONE
    }

    String of(String text, KnownWords known) {
        return redacted(text, known, Numbers.OF_PROGRAMS);
    }

    /** A sentence of this program, which may have names in it. */
    String sentence(String text, KnownWords known) {
        return redacted(text, known, Numbers.ALONE);
    }

    private String redacted(String text, KnownWords known, Numbers numbers) {
        Matcher token = TOKEN.matcher(text);
        StringBuilder redacted = new StringBuilder(text.length() + 16);
        int end = 0;
        while (token.find()) {
            redacted.append(text, end, token.start());
            boolean number = LONG_NUMBER.matcher(token.group()).matches() && !known.has(token.group());
            redacted.append(!number ? replacement(token, known)
                    : stays(text, token, numbers) ? token.group() : pseudonyms.word(token.group()));
            end = token.end();
        }
        return end == 0 ? text : redacted.append(text, end, text.length()).toString();
    }

    private static boolean stays(String text, Matcher token, Numbers numbers) {
        String before = text.substring(Math.max(0, token.start() - AROUND), token.start());
        String after = text.substring(token.end(), Math.min(text.length(), token.end() + AROUND));
        boolean more = MORE_DIGITS.matcher(after).matches();
        return OPENS.matcher(before).matches() && !more || GOES_ON.matcher(after).matches()
                || numbers == Numbers.ALONE && TOLD.matcher(before).matches() && !more && !after.startsWith("-");
    }

    String hidden(String text) {
        return pseudonyms.word(text);
    }

    private String replacement(Matcher token, KnownWords known) {
        String text = token.group();
        String dotted = token.group("four") == null ? text : text.replace('-', '.').replace('_', '.');
        if (token.group("time") != null || NOBODYS.matcher(dotted).matches()) {
            return text;
        }
        if (token.group("four") != null) {
            // names of nodes have their address in them: ip-10-1-2-3
            char between = text.indexOf('-') > 0 ? '-' : text.indexOf('_') > 0 ? '_' : '.';
            return pseudonyms.address(dotted).replace('.', between);
        }
        return token.group("six") != null && text.contains(":") && isAddress(text) ? pseudonyms.longAddress(text) : words(text, known);
    }

    /** Seven colons, or two beside each other; else it is something with ports, or a time. */
    private static boolean isAddress(String text) {
        return text.contains("::") || text.chars().filter(c -> c == ':').count() == 7;
    }

    /** What looked like an address and is none is words with colons between them. */
    private String words(String text, KnownWords known) {
        if (text.indexOf(':') < 0) {
            return word(text, known);
        }
        List<String> words = new ArrayList<>();
        for (String each : text.split(":", -1)) {
            words.add(each.isEmpty() ? "" : word(each, known));
        }
        return String.join(":", words);
    }

    private String word(String word, KnownWords known) {
        if (word.length() == 1 || known.has(word) || PLAIN_NUMBER.matcher(word).matches()) {
            return word;
        }
        List<String> pieces = pieces(word);
        if (pieces.size() == 1) {
            return piece(word, known);
        }
        long numbers = pieces.stream().filter(p -> Character.isDigit(p.charAt(0))).count();
        int most = pieces.stream().limit(pieces.size() - 1).allMatch(known::has) ? MOST_OF_KNOWN : MOST_DIGITS;
        boolean oneAtTheEnd = numbers == 1 && Character.isDigit(pieces.getLast().charAt(0)) && pieces.getLast().length() <= most;
        if (numbers > 0 && !oneAtTheEnd) {
            return part(word, known); // made by chance, or otherwise no words
        }
        StringBuilder whole = new StringBuilder();
        pieces.forEach(p -> whole.append(Character.isDigit(p.charAt(0)) ? p : piece(p, known)));
        return whole.toString();
    }

    private static List<String> pieces(String word) {
        List<String> pieces = new ArrayList<>();
        Matcher piece = PIECE.matcher(word);
        while (piece.find()) {
            pieces.add(piece.group());
        }
        return pieces;
    }

    private String piece(String piece, KnownWords known) {
        return piece.length() == 1 || known.has(piece) ? piece : part(piece, known);
    }

    /** A word of which a part may be known. */
    private String part(String word, KnownWords known) {
        String small = word.toLowerCase(Locale.ROOT);
        for (KnownWords.Part part : known.parts()) {
            Optional<Integer> at = part.in(small);
            if (at.isPresent() && small.length() == word.length()) {
                int end = at.get() + part.text().length();
                return rest(word.substring(0, at.get())) + word.substring(at.get(), end) + rest(word.substring(end));
            }
        }
        return pseudonyms.word(word);
    }

    private String rest(String text) {
        return text.isEmpty() || PLAIN_NUMBER.matcher(text).matches() ? text : pseudonyms.word(text);
    }
}
