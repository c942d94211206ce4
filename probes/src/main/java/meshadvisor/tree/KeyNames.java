package meshadvisor.tree;

/**
 * The key names seen last, so that the same few names of all manifests are one string each and compare fast.
 * Threads may share and overwrite each other's slots: only which of two equal strings is used depends on it.
 */
final class KeyNames {

    private static final int SLOTS = 1024;
    private static final int LONGEST = 40;
    private static final String[] SEEN = new String[SLOTS];

    private KeyNames() {}

    static String shared(String name) {
        if (name.length() > LONGEST) {
            return name;
        }
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 10) & SLOTS - 1;
        String known = SEEN[slot];
        if (name.equals(known)) {
            return known;
        }
        SEEN[slot] = name;
        return name;
    }
}
