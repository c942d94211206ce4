package meshadvisor.cli;

import java.io.IOException;
import java.io.InputStream;

/**
 * What the jar starts. Compiled for Java 11, so that an old Java can still say that it is too old, and small, so that help comes
 * at once: it is a text that the build has made.
 */
public final class Launcher {

    private static final int OLDEST_JAVA = 21;
    private static final int USAGE = 2;

    private Launcher() {}

    public static void main(String[] args) throws IOException {
        int java = Runtime.version().feature();
        if (java < OLDEST_JAVA) {
            System.err.println("meshadvisor: needs Java " + OLDEST_JAVA + " or newer; this is Java " + java + " in "
                    + System.getProperty("java.home") + ". Install a newer one, or name one in MESHADVISOR_JAVA.");
            System.exit(USAGE);
        }
        if (asksForRootHelp(args)) {
            System.exit(printRootHelp() ? 0 : USAGE);
        }
        System.setProperty("java.awt.headless", "true"); // a PDF is set without a screen, whatever the environment says of one
        Meshadvisor.main(args);
    }

    /** Under another name (a kubectl plugin) the help shows that name, which the text of the build does not know. */
    private static boolean asksForRootHelp(String[] args) {
        boolean wanted = args.length == 0 || args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"));
        return wanted && System.getProperty("meshadvisor.invokedAs", "meshadvisor").equals("meshadvisor");
    }

    /** Whether all of it could be written. */
    private static boolean printRootHelp() throws IOException {
        try (InputStream help = Launcher.class.getResourceAsStream("/" + BuildResources.ROOT_HELP)) {
            System.out.write(help.readAllBytes());
            return !System.out.checkError();
        }
    }
}
