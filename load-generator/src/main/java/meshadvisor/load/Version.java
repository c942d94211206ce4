package meshadvisor.load;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the manifest of its jar. */
final class Version implements IVersionProvider {

    /** The version alone, such as 1.2.3; "development" for classes outside a jar. */
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"load-generator " + text()};
    }
}
