package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.model.Live;

/**
 * Price lists one behind the other: that of the user, that of the cloud, and what is supposed everywhere.
 *
 * @param currency in which everything is told
 * @param discount in percent on compute
 * @param exchange rates that the user states beside those of the lists
 */
public record Prices(List<PriceList> lists, String currency, double discount, List<PriceList.Exchange> exchange) {

    private static final String FOLDER = "prices/";
    private static final String EVERYWHERE = FOLDER + "everywhere.yaml";

    public Prices {
        lists = List.copyOf(lists);
        exchange = List.copyOf(exchange);
        for (PriceList list : lists) {
            rate(lists, exchange, list.currency(), currency);
        }
    }

    /** The lists of the catalogue that name a cloud. */
    public static List<PriceList> shipped(Library library) {
        return library.readAll(FOLDER, ".yaml", PriceList.class).stream().filter(list -> !list.cloud().isEmpty()).toList();
    }

    /**
     * The lists that hold for nodes of a provider.
     *
     * @param own of the user
     * @param cloud as the provider ids begin, empty where it is not known
     */
    public static List<PriceList> of(Library library, Optional<PriceList> own, String cloud) {
        List<PriceList> lists = new ArrayList<>(own.stream().toList());
        shipped(library).stream().filter(list -> list.cloud().equals(cloud)).forEach(lists::add);
        lists.add(library.read(EVERYWHERE, PriceList.class));
        return lists;
    }

    /** The provider of most nodes, as their provider ids begin; empty where none tells. */
    public static String cloud(Live live) {
        Map<String, Long> providers = live.nodes().stream().map(n -> n.machine().providerId()).filter(id -> id.contains("://"))
                .collect(Collectors.groupingBy(id -> id.substring(0, id.indexOf("://")), TreeMap::new, Collectors.counting()));
        return providers.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }

    /** A price or what is supposed, of the first list that knows it. */
    Factor of(String id) {
        for (PriceList list : lists) {
            Optional<Prior> known = list.price(id);
            if (known.isPresent()) {
                boolean money = known.get().unit().startsWith("money");
                return money ? known.get().factor().times(rate(list.currency())) : known.get().factor();
            }
        }
        throw new CatalogueMistake(EVERYWHERE, "there is no \"" + id + "\"");
    }

    /** What is left of the price of compute after the discount. */
    Factor afterDiscount() {
        double percent = discount > 0 ? discount : lists.stream().mapToDouble(PriceList::discount).filter(d -> d > 0).findFirst().orElse(0);
        return Factor.exactly(1 - percent / 100);
    }

    /**
     * An hour of a node.
     *
     * @param region of the node; in another region than that of the list its price is a range
     */
    Optional<Factor> node(String type, String region) {
        for (PriceList list : lists) {
            Optional<PriceList.NodePrice> price = list.nodes().stream().filter(n -> n.type().equals(type)).findFirst();
            if (price.isPresent()) {
                Factor hour = new Factor("hour of " + type, Range.exactly(price.get().hour()), list.said()).times(rate(list.currency()));
                return Optional.of(list.region().isEmpty() || list.region().equals(region) ? hour : elsewhere(hour, list, region));
            }
        }
        return Optional.empty();
    }

    private Factor elsewhere(Factor hour, PriceList list, String region) {
        Factor by = of("region-factor");
        double price = hour.range().likely();
        Said said = new Said(by.said().basis(), list.source() + "; " + by.said().source(), list.date(),
                "price of " + list.region() + ", node in " + (region.isEmpty() ? "a region that is not told" : region), by.said().inputs());
        return new Factor(hour.name(), by.range().times(price), said);
    }

    /** What the licence of a variant costs, for each cluster and month, where a list says it. */
    Optional<Factor> licence(String variant) {
        for (PriceList list : lists) {
            Optional<PriceList.Licence> licence = list.licences().stream().filter(l -> l.variant().equals(variant)).findFirst();
            if (licence.isPresent()) {
                return Optional
                        .of(new Factor("licence of " + variant, licence.get().perCluster(), list.said()).times(rate(list.currency())));
            }
        }
        return Optional.empty();
    }

    /** What would no longer be paid with an answer. */
    List<Factor> credits(String option, boolean mesh) {
        List<Factor> credits = new ArrayList<>();
        lists.forEach(list -> list.credits().stream().filter(c -> c.answer().equals(option) || mesh && c.answer().isEmpty())
                .forEach(c -> credits.add(new Factor("credit: " + c.what(), c.perMonth(), list.said()).times(rate(list.currency())))));
        return credits;
    }

    /** What the lists say that an answer costs, in the place of what the catalogue says. */
    List<Item> own(String option) {
        return lists.stream().flatMap(list -> list.own().stream()).filter(o -> o.answer().equals(option)).flatMap(o -> o.items().stream())
                .toList();
    }

    /** What one unit of a currency is in that of the sheet. */
    double rate(String from) {
        return rate(lists, exchange, from, currency);
    }

    private static double rate(List<PriceList> lists, List<PriceList.Exchange> stated, String from, String to) {
        if (from.equals(to)) {
            return 1;
        }
        for (PriceList.Exchange rate : stated) {
            if (rate.currency().equals(from)) {
                return rate.is();
            }
        }
        for (PriceList list : lists) {
            for (PriceList.Exchange rate : list.exchange()) {
                if (list.currency().equals(to) && rate.currency().equals(from)) {
                    return rate.is();
                }
                if (list.currency().equals(from) && rate.currency().equals(to)) {
                    return 1 / rate.is();
                }
            }
        }
        throw new CatalogueMistake("prices", "what one " + from + " is in " + to + " is not known: state it with --exchange " + from
                + "=RATE or under \"exchange\" of a price file; rates change daily, so none is built in");
    }
}
