package meshadvisor.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;

/** Keyed hashes that stand for names: the same for the same name and key, and of no use to who has no key. */
final class Pseudonyms {

    /** No vowels, so that no word comes out by chance, and no digits, so that none looks like a version. */
    private static final String LETTERS = "bcdfghjklmnpqrstvwyz";
    private static final int LENGTH = 10;
    private static final int MOST_KNOWN = 200_000;

    private final Mac mac;
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    Pseudonyms(RedactionKey key) {
        try {
            mac = Mac.getInstance(RedactionKey.FUNCTION);
            mac.init(key.secret());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** A word that can be a DNS label, or a part of one. Large and small letters stay such, for they tell words of a name apart. */
    String word(String word) {
        byte[] hash = hash(word.toLowerCase(Locale.ROOT));
        StringBuilder text = new StringBuilder("x");
        long rest = 0;
        for (int i = 0; i < 8; i++) {
            rest = rest << 8 | hash[i] & 0xff;
        }
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt((int) Long.remainderUnsigned(rest, LETTERS.length())));
            rest = Long.divideUnsigned(rest, LETTERS.length());
        }
        boolean large = Character.isUpperCase(word.charAt(0));
        boolean allLarge = large && word.equals(word.toUpperCase(Locale.ROOT));
        return allLarge ? text.toString().toUpperCase(Locale.ROOT) : large ? "X" + text.substring(1) : text.toString();
    }

    /** An address in 10.0.0.0/8. */
    String address(String address) {
        byte[] hash = hash(address);
        return "10." + (hash[0] & 0xff) + "." + (hash[1] & 0xff) + "." + (hash[2] & 0xff);
    }

    /** An address in fd00::/8. */
    String longAddress(String address) {
        byte[] hash = hash(address.toLowerCase(Locale.ROOT));
        StringBuilder text = new StringBuilder("fd00");
        for (int i = 0; i < 14; i += 2) {
            text.append(String.format(Locale.ROOT, ":%02x%02x", hash[i] & 0xff, hash[i + 1] & 0xff));
        }
        return text.toString();
    }

    private byte[] hash(String text) {
        byte[] there = known.get(text);
        if (there != null) {
            return there;
        }
        byte[] made;
        synchronized (mac) {
            made = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        }
        if (known.size() < MOST_KNOWN) {
            known.put(text, made);
        }
        return made;
    }
}
