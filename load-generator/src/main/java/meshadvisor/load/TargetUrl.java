package meshadvisor.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A target as it is written on the command line.
 *
 * @param path with the query, at least "/"
 * @param weight its share of the requests, above 0
 */
record TargetUrl(String scheme, String host, int port, String path, double weight) {

    private static final Set<String> SCHEMES = Set.of("http", "https", "tcp");
    /** With the headers it must fit into the room that protocols have. */
    private static final int LONGEST = 2_000;
    private static final Pattern WEIGHT = Pattern.compile("weight=([0-9]{1,6}(?:\\.[0-9]{1,6})?)");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException whose message is a sentence for the user
     */
    static TargetUrl parse(String text) {
        URI uri;
        try {
            uri = new URI(new URI(text).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URL: " + e.getReason() + " at character " + (e.getIndex() + 1), e);
        }
        require(uri.getScheme() != null && SCHEMES.contains(uri.getScheme()), "must begin with http://, https:// or tcp://");
        require(uri.getHost() != null, "has no host, or one that is not allowed in a URL");
        require(uri.getUserInfo() == null, "user and password do not belong into a URL; give --header 'authorization: …'");
        require(!uri.getScheme().equals("tcp") || uri.getPort() > 0, "needs a port");
        require(uri.toString().length() <= LONGEST, "is longer than " + LONGEST + " characters");
        require(uri.getPort() != 0 && uri.getPort() <= 65_535, "has no port that can be");
        int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return new TargetUrl(uri.getScheme(), uri.getHost(), port, path(uri), weight(uri));
    }

    boolean secured() {
        return scheme.equals("https");
    }

    /** Host, and port if it is not the scheme's own, as a request names it. */
    String authority() {
        return secured() && port == 443 || scheme.equals("http") && port == 80 ? host : host + ":" + port;
    }

    private static String path(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static double weight(URI uri) {
        if (uri.getRawFragment() == null) {
            return 1;
        }
        var weight = WEIGHT.matcher(uri.getRawFragment());
        require(weight.matches() && Double.parseDouble(weight.group(1)) > 0,
                "ends with #" + uri.getRawFragment() + ", which is not like #weight=3");
        return Double.parseDouble(weight.group(1));
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
