package meshadvisor.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code java -jar load-generator.jar drive|serve|merge …}. */
@Command(name = "load-generator", description = "Open-loop load and an echo server.", mixinStandardHelpOptions = true)
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
