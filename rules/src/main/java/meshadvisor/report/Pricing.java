package meshadvisor.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;
import meshadvisor.cost.money.PriceList;
import meshadvisor.cost.money.Prices;
import meshadvisor.cost.money.Wanted;
import meshadvisor.signal.World;

/**
 * With which prices and for how long costs are told.
 *
 * @param list the user's own prices
 * @param cloud whose list prices hold, where nodes do not tell
 * @param currency of all amounts; that of the user's prices where it is not said
 * @param exchange rates that the user states
 * @param discount in percent, 0 where none is stated
 */
public record Pricing(Optional<PriceList> list, Optional<String> cloud, Optional<String> currency, List<PriceList.Exchange> exchange,
        double discount, Wanted wanted) {

    /** List prices in US dollars, one cluster, three years. */
    public static final Pricing USUAL =
            new Pricing(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 0, Wanted.USUAL);

    private static final String CURRENCY = "USD";

    public Pricing {
        exchange = List.copyOf(exchange);
    }

    /** The currency of all amounts. */
    public String money() {
        return currency.orElseGet(() -> list.map(PriceList::currency).orElse(CURRENCY));
    }

    /**
     * The prices that hold for a system.
     *
     * @throws CatalogueMistake if a rate of exchange is missing
     */
    public Prices prices(World world) {
        return prices(world.catalogue().library(), cloud.orElseGet(() -> Prices.cloud(world.snapshot().live())));
    }

    /**
     * The prices that hold at a provider.
     *
     * @throws CatalogueMistake if a rate of exchange is missing
     */
    public Prices prices(Library library, String provider) {
        return new Prices(Prices.of(library, list, provider.toLowerCase(Locale.ROOT)), money(), discount, exchange);
    }
}
