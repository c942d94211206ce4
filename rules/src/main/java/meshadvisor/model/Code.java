package meshadvisor.model;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What application repositories say: a lower bound, for code can do a thing in more ways than are known.
 *
 * @param folders as the user gave them
 * @param programs in the order of their folders
 * @param files that were read
 * @param lines of code in them
 * @param skipped files and folders that were not read
 */
public record Code(List<String> folders, List<Program> programs, int files, long lines, List<Skipped> skipped) {

    /** Nobody gave any. */
    public static final Code NONE = new Code(List.of(), List.of(), 0, 0, List.of());

    /**
     * Something that is built on its own: a folder with a build file or a Dockerfile, or one that is called like a workload.
     *
     * @param folder as it is shown, {@code /} between its parts
     * @param names by which it may be known
     * @param languages number of files by language, its own and those of no program below it
     * @param libraries that it declares and that are known
     * @param sites where its code does something that matters
     * @param hosts that its code names
     * @param partly whether some of its files could not be read
     */
    public record Program(String folder, Place place, List<Name> names, SortedMap<String, Integer> languages, List<Library> libraries,
            List<Site> sites, List<Host> hosts, boolean partly) {
        public Program {
            names = List.copyOf(names);
            languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
            libraries = List.copyOf(libraries);
            sites = List.copyOf(sites);
            hosts = List.copyOf(hosts);
        }

        /** What its libraries and its code show. */
        public Set<Trait> traits() {
            Set<Trait> traits = new TreeSet<>();
            libraries.stream().filter(l -> l.standing() == Standing.USED).forEach(l -> traits.addAll(l.gives()));
            sites.forEach(s -> traits.addAll(s.shows()));
            return traits;
        }

        /** Whether a place or a library in use shows that. */
        public boolean shows(Trait trait) {
            return traits().contains(trait);
        }

        /** Places that show that. */
        public List<Site> sites(Trait trait) {
            return sites.stream().filter(s -> s.shows().contains(trait)).toList();
        }
    }

    /** A name of a program. */
    public record Name(Says by, String text, Place place) {}

    /** What gives a program its name, the surest first. */
    public enum Says {
        /** The user. */
        USER,
        /** A file that says which image is built of which folder. */
        IMAGE,
        /** Its build file. */
        MODULE,
        /** Its folder. */
        FOLDER
    }

    /**
     * A library that a program declares.
     *
     * @param declared the dependency as it is written
     */
    public record Library(String name, String language, Set<Trait> gives, Standing standing, String declared, Place place) {
        public Library {
            gives = Collections.unmodifiableSet(new TreeSet<>(gives));
        }
    }

    /** What a declared library does. */
    public enum Standing {
        /** Code uses it, or it works by being there. */
        USED,
        /** No code that uses it was found. */
        DECLARED_ONLY
    }

    /**
     * A place in code.
     *
     * @param library that is used, or the part of the language itself
     * @param speaks id of the protocol, where it tells one
     * @param words what stands there, in short
     * @param limit whether it ends after a time, where it is a call
     * @param guarding what it guards, or whether it is guarded
     * @param method whether it may be repeated, where it is a retry
     */
    public record Site(String library, String language, Set<Trait> shows, Place place, String speaks, String words, Limit limit,
            Guarding guarding,
            Attempts attempts, Method method) {
        public Site {
            shows = Collections.unmodifiableSet(new TreeSet<>(shows));
        }
    }

    /** Whether a call ends after a time. */
    public enum Limit {
        /** It is no call. */
        NO_CALL,
        /** The code says when. */
        SET,
        /** The code says nothing, and the library has a default. */
        BY_DEFAULT,
        /** The code says nothing, and neither does the library: it may wait for ever. */
        MISSING,
        /** Not known. */
        OPEN
    }

    /** What a retry or a circuit breaker is put around, or whether something is put around a call. */
    public enum Guarding {
        /** A call of another service, or, where the place is a call: guarded. */
        CALL,
        /** A database or a cache. */
        DATASTORE,
        /** Nothing that was recognised; where the place is a call: nothing guards it. */
        NOTHING
    }

    /** Whether a repeated call may be repeated. */
    public enum Method {
        /** It reads, or carries a key by which a repetition is recognised. */
        HARMLESS,
        /** POST or PATCH without such a key. */
        CHANGING,
        /** Not seen. */
        UNSEEN
    }

    /**
     * How often something is tried, and for how long.
     *
     * @param tries the first call included; 0 where it is not known
     * @param each milliseconds that one try may take, 0 where none are stated
     * @param whole milliseconds that all tries may take together, 0 where none are stated
     * @param by what states the number of tries: the code or the library's default; empty where nothing does
     */
    public record Attempts(int tries, double each, double whole, String by) {
        /** It is no retry, or nothing is known of it. */
        public static final Attempts NONE = new Attempts(0, 0, 0, "");
        /** What states a number that stands in the code. */
        public static final String CODE = "the code";

        /** Whether the code states the number. */
        public boolean stated() {
            return by.equals(CODE);
        }
    }

    /**
     * A name of a host in code.
     *
     * @param port 0 where none is written
     * @param speaks how its address begins, or the id of the protocol of the call in which it stands; empty where nothing tells
     */
    public record Host(String host, int port, String speaks, Place place) {}

    /** A file or folder that was not read. */
    public record Skipped(String path, String why) {}

    public Code {
        folders = List.copyOf(folders);
        programs = List.copyOf(programs);
        skipped = List.copyOf(skipped);
    }

    /** Whether somebody gave repositories. */
    public boolean given() {
        return !folders.isEmpty();
    }

}
