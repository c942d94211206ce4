package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.overhead.Profile;

/** Writes a profile as the file that is read again. */
public final class ProfileDocument {

    /** Name of the file format, without its version. */
    public static final String SCHEMA = "meshadvisor/profile";

    /** Version of the file format: the first number changes when a reader must change. */
    public static final String SCHEMA_VERSION = "1.0";

    private ProfileDocument() {}

    /** As YAML, with the fields that docs/formats/profile.schema.json describes. */
    public static void write(Profile profile, Writer out) throws IOException {
        YamlWriter.write(fields -> {
            fields.text("schema", SCHEMA);
            fields.text("schema-version", SCHEMA_VERSION);
            fields.text("environment", profile.environment());
            fields.text("taken-at", profile.takenAt());
            fields.text("source", profile.source());
            fields.objects("measurements", profile.measurements(), ProfileDocument::measurement);
        }, out);
    }

    private static void measurement(Fields fields, Profile.Measurement measured) {
        fields.text("mesh", measured.mesh());
        fields.text("figure", measured.figure());
        fields.text("way", measured.way());
        fields.flag("stock", measured.stock());
        fields.flag("whole", measured.whole());
        fields.text("of", Kebab.of(measured.of()));
        fields.text("at", measured.at());
        fields.text("unit", measured.of().unit());
        fields.text("conditions", measured.conditions());
        fields.objects("values", measured.values(), (f, value) -> {
            f.number("value", value.value());
            f.number("error", value.error());
            f.text("load", value.load());
        });
    }
}
