package meshadvisor.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages for tests of other packages. */
public final class Pages {

    /** Of which a browser is asked. */
    public static final List<String> NAMES =
            List.of("40 services, nothing stated", "adopt", "undecided", "measured, adopt", "traffic", "hostile",
                    "many findings", "a running cluster", "bench usual", "bench noisy");

    private static final String BENCH = "bench ";

    private Pages() {}

    /** The pages by their names. */
    public static Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        NAMES.forEach(name -> pages.put(name, HtmlTest.page(name)));
        return pages;
    }

    /** The same as they are set on paper. */
    public static String onPaper(String name) {
        return name.startsWith(BENCH) ? BenchTest.written(BenchTest.run(name.substring(BENCH.length())), Format.PDF, Screen.PLAIN)
                : Reports.written(Reports.ALL.get(name), Format.PDF);
    }

    /** What is set on paper about so many services. */
    public static String onPaper(int services) {
        return Reports.written(Reports.many(services), Format.PDF);
    }

    /** What is set on paper where a few rows of a table take pages. */
    public static String tallOnPaper() {
        return Reports.written(Reports.tall(), Format.PDF);
    }

    /** A page about 2,000 services. */
    public static String large() {
        return Reports.written(Reports.many(2_000), Format.HTML);
    }
}
