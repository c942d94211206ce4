package meshadvisor.signal.code;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of one thing in several spellings. */
final class Names {

    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]");
    private static final Pattern VERSION = Pattern.compile("/v\\d+$");
    private static final Pattern KIND = Pattern.compile("(service|svc|server|api|app|deployment)$");

    private Names() {}

    /** Letters and digits alone: {@code ComposePostService} and {@code compose-post-service} are the same. */
    static String plain(String name) {
        return OTHER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** The same without a word for its kind at the end; a name that is nothing else stays. */
    static String bare(String name) {
        String plain = plain(name);
        String bare = KIND.matcher(plain).replaceAll("");
        return bare.isEmpty() ? plain : bare;
    }

    /** What stands last in the name of a module: {@code @shop/cart}, {@code example.org/shop/cart/v2}. */
    static String last(String name) {
        String unversioned = VERSION.matcher(name).replaceAll("");
        return unversioned.substring(unversioned.lastIndexOf('/') + 1);
    }

    /** The last part of the repository of an image. */
    static String image(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int end = name.indexOf('@') >= 0 ? name.indexOf('@') : name.indexOf(':');
        return end < 0 ? name : name.substring(0, end);
    }
}
