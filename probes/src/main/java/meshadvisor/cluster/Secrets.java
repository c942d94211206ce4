package meshadvisor.cluster;

import java.util.regex.Pattern;

/** Tells by their names what is a secret, and takes secrets out of texts that hold more. What it leaves is left by a second time, too. */
final class Secrets {

    /** What stands in the place of a value that is not kept. */
    static final String HIDDEN = "(not kept)";

    private static final String WORDS =
            "passw|passphrase|pwd|secret|token|credential|bearer|authorization|(?:api|private|access|auth|account|"
                    + "encrypt(?:ion)?|signing|shared|master|storage|license)[-_. ]?key";

    /** Of variables, flags and header names, which people choose. */
    private static final Pattern NAME = Pattern.compile("(?i).*(?:" + WORDS + ").*|.*[-_.](?:pass|key)|pass|key");

    /** Of fields, whose names an API chooses: many end with what the secret is called or where it lies, and are none themselves. */
    private static final Pattern FIELD = Pattern.compile("(?i).*(?:" + WORDS + ").*");
    private static final Pattern ABOUT = Pattern.compile(
            ".*(?:Name|Names|Ref|Refs|Seconds|Path|File|Namespace|Mode|Type|Policy|Provider|Audience|Issuer|Uri|Url|URL|URI|Period|Duration|Time)");

    private static final Pattern USER_IN_ADDRESS = Pattern.compile("(?<=://)(?!\\(not kept\\)@)[^\\s\"'<>]*@");
    /** With {@code =}, or with a colon as YAML and JSON write it: one without a space or a quote stands before a port. */
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)([\\w.-]*(?:" + WORDS + "|[-_.]pass\\b)[\\w.-]*(?:\\s*=\\s*|\\s*:\\s+|[\"']\\s*:\\s*)[\"']?)"
                    + "(?!\\(not kept\\)|https?://[^\\s@?=]*(?:\\s|$))[^\\s;&,\"']+");
    private static final Pattern HEADER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{6,}");
    private static final Pattern USER_FLAG = Pattern.compile("(--(?:proxy-)?user[= ][^:\\s]*:)(?!\\(not kept\\))\\S+");
    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*-----|$)");

    private Secrets() {}

    /** Whether a variable, a flag or a header of that name holds a secret. */
    static boolean named(String name) {
        return name.length() < 200 && NAME.matcher(name).matches();
    }

    /** Whether a field of that name holds a secret itself, and not the name of one. */
    static boolean field(String name) {
        return name.length() < 200 && FIELD.matcher(name).matches() && !ABOUT.matcher(name).matches();
    }

    /** Whether a value is where something is, and so may be kept whatever its name is called. */
    static boolean isAddress(String value) {
        return value.matches("https?://[^\\s@?=]+");
    }

    /** The text without secrets that it names. */
    static String outOf(String text) {
        if (text.length() < 6 || text.indexOf(':') < 0 && text.indexOf('=') < 0 && text.indexOf(' ') < 0) {
            return text;
        }
        String without = PRIVATE_KEY.matcher(text).replaceAll(HIDDEN);
        without = USER_IN_ADDRESS.matcher(without).replaceAll(HIDDEN + "@");
        without = HEADER.matcher(without).replaceAll("$1 " + HIDDEN);
        without = USER_FLAG.matcher(without).replaceAll("$1" + HIDDEN);
        return ASSIGNED.matcher(without).replaceAll("$1" + HIDDEN);
    }
}
