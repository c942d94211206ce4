package meshadvisor.format;

import java.util.Map;
import java.util.TreeMap;

/**
 * The program that judges, as code hosts want to know it.
 *
 * @param version such as {@code 1.2.0}
 * @param titles of rules by their codes
 */
public record Tool(String version, Map<String, String> titles) {

    public Tool {
        titles = new TreeMap<>(titles);
    }
}
