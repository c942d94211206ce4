package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.bench.Manifest;
import meshadvisor.cluster.ApiFailure;

/** Fills in what only the cluster can say: words such as {@code $uid:NAMESPACE} and {@code $podip:JOB.1} in the texts of a manifest. */
final class Blanks {

    private static final Pattern BLANK =
            Pattern.compile("\\$(uid|podip|podname|nodeagentip|made|deadline):([a-z0-9]([-a-z0-9.]*[a-z0-9])?)");

    private Blanks() {}

    /** Who knows. */
    interface Knowing {
        /**
         * What stands for a blank.
         *
         * @param kind such as {@code podip}
         * @param of what stands behind the colon
         */
        String answer(String kind, String of) throws ApiFailure, Stopped;
    }

    /** The manifest without blanks. */
    static Manifest filled(Manifest manifest, Knowing knowing) throws ApiFailure, Stopped {
        return new Manifest(fields(manifest.object(), knowing));
    }

    private static Map<String, Object> fields(Map<?, ?> tree, Knowing knowing) throws ApiFailure, Stopped {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : tree.entrySet()) {
            fields.put(String.valueOf(entry.getKey()), filled(entry.getValue(), knowing));
        }
        return fields;
    }

    private static Object filled(Object tree, Knowing knowing) throws ApiFailure, Stopped {
        return switch (tree) {
            case Map<?, ?> fields -> fields(fields, knowing);
            case List<?> items -> {
                List<Object> filled = new ArrayList<>();
                for (Object item : items) {
                    filled.add(filled(item, knowing));
                }
                yield filled;
            }
            case String text -> text(text, knowing);
            default -> tree;
        };
    }

    private static String text(String text, Knowing knowing) throws ApiFailure, Stopped {
        Matcher blanks = BLANK.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (blanks.find()) {
            blanks.appendReplacement(filled, Matcher.quoteReplacement(knowing.answer(blanks.group(1), blanks.group(2))));
        }
        return blanks.appendTail(filled).toString();
    }
}
