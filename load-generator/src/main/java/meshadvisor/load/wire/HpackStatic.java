package meshadvisor.load.wire;

/** The static table of HPACK (RFC 7541, appendix A). Indexes begin at 1. */
final class HpackStatic {

    static final int SIZE = 61;
    static final int AUTHORITY = 1;
    static final int METHOD = 2;
    static final int PATH = 4;
    static final int SCHEME = 6;
    static final int STATUS = 8;
    static final int CONTENT_LENGTH = 28;
    static final int CONTENT_TYPE = 31;

    private static final String[] LINES = (":authority|:method=GET|:method=POST|:path=/|:path=/index.html|:scheme=http|:scheme=https"
            + "|:status=200|:status=204|:status=206|:status=304|:status=400|:status=404|:status=500|accept-charset"
            + "|accept-encoding=gzip, deflate|accept-language|accept-ranges|accept|access-control-allow-origin|age|allow|authorization"
            + "|cache-control|content-disposition|content-encoding|content-language|content-length|content-location|content-range"
            + "|content-type|cookie|date|etag|expect|expires|from|host|if-match|if-modified-since|if-none-match|if-range"
            + "|if-unmodified-since|last-modified|link|location|max-forwards|proxy-authenticate|proxy-authorization|range|referer|refresh"
            + "|retry-after|server|set-cookie|strict-transport-security|transfer-encoding|user-agent|vary|via|www-authenticate")
            .split("\\|");

    private static final Octets[] NAMES = new Octets[SIZE + 1];
    private static final Octets[] VALUES = new Octets[SIZE + 1];

    static {
        NAMES[0] = Octets.of("");
        VALUES[0] = NAMES[0];
        for (int i = 1; i <= SIZE; i++) {
            int equals = LINES[i - 1].indexOf('=');
            NAMES[i] = Octets.of(equals < 0 ? LINES[i - 1] : LINES[i - 1].substring(0, equals));
            VALUES[i] = Octets.of(equals < 0 ? "" : LINES[i - 1].substring(equals + 1));
        }
    }

    private HpackStatic() {}

    static Octets name(int index) {
        return NAMES[index];
    }

    static Octets value(int index) {
        return VALUES[index];
    }

    /** The first index of a name, or 0. */
    static int find(String name) {
        var wanted = Octets.of(name);
        for (int i = 1; i <= SIZE; i++) {
            if (NAMES[i].is(wanted)) {
                return i;
            }
        }
        return 0;
    }

    /** The index of a name with this value, or 0. */
    static int find(String name, String value) {
        var wantedName = Octets.of(name);
        var wantedValue = Octets.of(value);
        for (int i = 1; i <= SIZE; i++) {
            if (NAMES[i].is(wantedName) && VALUES[i].is(wantedValue) && !value.isEmpty()) {
                return i;
            }
        }
        return 0;
    }
}
