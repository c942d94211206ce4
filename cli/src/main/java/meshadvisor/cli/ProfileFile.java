package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Given;
import meshadvisor.catalog.Library;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.cost.overhead.Profile;
import meshadvisor.format.ProfileDocument;

/** A profile as it stands in a file. */
record ProfileFile(String schema, String schemaVersion, String environment, String takenAt, String source,
        List<Profile.Measurement> measurements) {

    ProfileFile {
        schema = Given.or(schema, "");
        schemaVersion = Given.or(schemaVersion, "");
        environment = Given.or(environment, "");
        takenAt = Given.or(takenAt, "");
        source = Given.or(source, "");
        measurements = Given.list(measurements);
        String first = ProfileDocument.SCHEMA_VERSION.substring(0, 2);
        if (!schema.equals(ProfileDocument.SCHEMA) || !schemaVersion.startsWith(first)) {
            throw new IllegalArgumentException(
                    "this is no profile: \"schema\" must be " + ProfileDocument.SCHEMA + " and \"schema-version\" "
                            + first + "x, not \"" + schema + "\" and \"" + schemaVersion + "\"");
        }
    }

    /** Reads a file; stops with what is wrong with it. */
    static Profile read(Path file) {
        String name = file.toString();
        try {
            ProfileFile read = Library.ofYaml(Map.of(name, UserFile.text(file))).read(name, ProfileFile.class);
            return new Profile(read.environment, read.takenAt, read.source, read.measurements);
        } catch (IOException e) {
            throw new MistakesFound(UserFile.mistake(file, e, "give one that --save-profile wrote"));
        } catch (CatalogueMistake e) {
            throw new MistakesFound(new UsageMistake("--profile " + e.getMessage()));
        }
    }
}
