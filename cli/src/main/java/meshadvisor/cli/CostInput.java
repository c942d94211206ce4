package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.PriceList;
import meshadvisor.cost.money.Prices;
import meshadvisor.cost.money.Sheet;
import meshadvisor.cost.money.Wanted;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.model.Answers.Objective;
import meshadvisor.model.Answers.Said;
import meshadvisor.report.Pricing;
import meshadvisor.signal.World;

/**
 * What the options about money mean.
 *
 * @param sheets answers whose sheets are wanted
 */
record CostInput(Pricing pricing, Set<String> sheets) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern RATE = Pattern.compile("([A-Z]{3})=(\\d{1,9}(?:\\.\\d{1,9})?)");
    private static final Pattern GROWTH = Pattern.compile("(replicas|rps)=[×xX*]?(\\d{1,6}(?:\\.\\d{1,3})?)");
    private static final Pattern OBJECTIVE = Pattern.compile("([^:]+):p?(\\d{1,2}(?:\\.\\d{1,3})?):([^:]+)");

    /** Understands the options; what is wrong with them is added to the mistakes. */
    static CostInput prepare(CostOptions options, Catalogue catalogue, List<Mistake> mistakes) {
        Pricing pricing = pricing(options.prices, objectives(options.objectives, mistakes), catalogue, mistakes);
        return new CostInput(pricing, options.sheets);
    }

    /** Understands prices, time and growth; what is wrong with them is added to the mistakes. */
    static Pricing pricing(PriceOptions options, List<Objective> objectives, Catalogue catalogue, List<Mistake> mistakes) {
        Optional<PriceList> list = options.prices.flatMap(file -> read(file, mistakes));
        List<String> clouds = Prices.shipped(catalogue.library()).stream().map(PriceList::cloud).toList();
        options.cloud.filter(c -> !clouds.contains(c))
                .ifPresent(c -> mistakes.add(usage("--cloud " + c + ": no such list; " + Known.hint(c, clouds))));
        options.currency.filter(c -> !CURRENCY.matcher(c).matches())
                .ifPresent(c -> mistakes.add(usage("--currency " + c + ": write three capital letters, such as EUR")));
        options.discount.filter(d -> !(d >= 0 && d < 100))
                .ifPresent(d -> mistakes.add(usage("--discount " + d + " must be in percent, from 0 to below 100")));
        Map<String, Double> growth = growth(options.whatIf, mistakes);
        int months = atLeastOne("--horizon", options.horizon.orElse(36), mistakes);
        int clusters = atLeastOne("--clusters", options.clusters.orElse(1), mistakes);
        Wanted wanted =
                new Wanted(clusters, months, growth.getOrDefault("replicas", 1.0), growth.getOrDefault("rps", 1.0), objectives, List.of());
        Pricing pricing = new Pricing(list, options.cloud, options.currency.filter(c -> CURRENCY.matcher(c).matches()),
                rates(options.exchange, mistakes), options.discount.filter(d -> d >= 0 && d < 100).orElse(0.0), wanted);
        checked(pricing, catalogue, mistakes);
        return pricing;
    }

    private static Mistake usage(String what) {
        return new Mistake.UsageMistake(what);
    }

    private static int atLeastOne(String option, int value, List<Mistake> mistakes) {
        if (value < 1 || value > 1_200) {
            mistakes.add(usage(option + " " + value + " must be from 1 to 1200"));
            return 1;
        }
        return value;
    }

    private static Optional<PriceList> read(Path file, List<Mistake> mistakes) {
        try {
            return Optional.of(Library.ofYaml(Map.of("prices.yaml", UserFile.text(file))).read("prices.yaml", PriceList.class));
        } catch (IOException e) {
            mistakes.add(UserFile.mistake(file, e, "give a file with prices (docs/formats/prices.md)"));
        } catch (CatalogueMistake e) {
            mistakes.add(usage(file + ": " + e.what() + " (docs/formats/prices.md)"));
        }
        return Optional.empty();
    }

    private static Map<String, Double> growth(List<String> words, List<Mistake> mistakes) {
        Map<String, Double> growth = new TreeMap<>();
        for (String word : words) {
            Matcher parts = GROWTH.matcher(word.strip());
            if (!parts.matches() || Double.parseDouble(parts.group(2)) == 0) {
                mistakes.add(usage("--what-if " + word + ": write replicas=×2 or rps=×3, a number above 0"));
            } else if (growth.put(parts.group(1), Double.parseDouble(parts.group(2))) != null) {
                mistakes.add(usage("--what-if " + parts.group(1) + " is given twice"));
            }
        }
        return growth;
    }

    private static List<PriceList.Exchange> rates(List<String> words, List<Mistake> mistakes) {
        List<PriceList.Exchange> rates = new ArrayList<>();
        for (String word : words) {
            Matcher parts = RATE.matcher(word.strip());
            if (!parts.matches() || Double.parseDouble(parts.group(2)) == 0) {
                mistakes.add(usage("--exchange " + word + ": write CODE=RATE, such as USD=0.92"));
            } else {
                rates.add(new PriceList.Exchange(parts.group(1), Double.parseDouble(parts.group(2))));
            }
        }
        return rates;
    }

    private static List<Objective> objectives(List<String> words, List<Mistake> mistakes) {
        List<Objective> all = new ArrayList<>();
        for (String word : words) {
            Matcher parts = OBJECTIVE.matcher(word.strip());
            double millis = parts.matches() ? Times.millis(parts.group(3)).orElse(0) : 0;
            if (millis == 0 || Double.parseDouble(parts.group(2)) == 0) {
                mistakes.add(usage("--slo " + word + ": write SERVICE:QUANTILE:LIMIT, such as cart:p99:250ms"));
            } else {
                all.add(new Objective(parts.group(1), Double.parseDouble(parts.group(2)), millis,
                        Said.here(parts.group(3))));
            }
        }
        return all;
    }

    /** Tells at once where a rate of exchange is missing. */
    static void checked(Pricing pricing, Catalogue catalogue, List<Mistake> mistakes) {
        try {
            pricing.prices(catalogue.library(), pricing.cloud().orElse(""));
        } catch (CatalogueMistake e) {
            mistakes.add(usage(e.what()));
        }
    }

    /**
     * What each answer costs.
     *
     * @param together codes of the answers that the advice gives
     */
    static Bill bill(Pricing pricing, World world, Estimate estimate, List<String> together) {
        return Bill.of(world, estimate, pricing.prices(world), pricing.wanted().with(world.answers().objectives(), together));
    }

    /** The options whose sheets are shown; one that there is not is a mistake. */
    Set<String> shown(Bill bill) {
        Set<String> known = bill.sheets().stream().map(Sheet::option).collect(Collectors.toCollection(TreeSet::new));
        if (sheets.contains("all")) {
            return known;
        }
        List<Mistake> mistakes = new ArrayList<>();
        sheets.stream().filter(s -> !known.contains(s)).forEach(s -> mistakes.add(usage("--sheet " + s + ": there is no such answer; "
                + Known.hint(s, known))));
        MistakesFound.stopAt(mistakes);
        return sheets;
    }
}
