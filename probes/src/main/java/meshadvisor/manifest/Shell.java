package meshadvisor.manifest;

import java.util.regex.Pattern;

/** Commands that the user may copy into his shell. */
final class Shell {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./@%+=:,][A-Za-z0-9_./@%+=:,-]*");

    private Shell() {}

    /** A path as one word: names in a scan are chosen by others. */
    static String quoted(String path) {
        if (HARMLESS.matcher(path).matches()) {
            return path;
        }
        return "'" + (path.startsWith("-") ? "./" : "") + path.replace("'", "'\\''") + "'";
    }

    /** A command whose output is to be assessed. */
    static String piped(String command) {
        return command + " | meshadvisor assess -f -";
    }
}
