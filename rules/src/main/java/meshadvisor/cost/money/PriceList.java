package meshadvisor.cost.money;

import java.util.List;
import java.util.Optional;
import meshadvisor.catalog.Given;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;

/**
 * Prices of one cloud, or of the user. What a list does not say is looked up in the next one.
 *
 * @param cloud id, as the provider ids of its nodes begin; empty in a list that holds everywhere
 * @param region to which it applies, empty for any
 * @param currency three letters
 * @param nodes price of an hour of a node by its type
 * @param prices other prices and what else is supposed, by id
 * @param discount in percent on nodes, processors and memory
 * @param licences by variant
 * @param credits what an answer would save
 * @param exchange what one unit of other currencies is in this list's
 * @param own what answers cost here: items that take the place of those of the catalogue on the same lines
 */
public record PriceList(String cloud, String region, String currency, Basis basis, String source, String date, String conditions,
        List<NodePrice> nodes, List<Prior> prices, double discount, List<Licence> licences, List<Credit> credits, List<Exchange> exchange,
        List<AnswerCosts> own) {

    /** What an hour of one node costs. */
    public record NodePrice(String type, double hour) {
        public NodePrice {
            Given.needed(type, "type");
        }
    }

    /**
     * What a licence or support costs.
     *
     * @param perCluster a month
     */
    public record Licence(String variant, Range perCluster) {
        public Licence {
            Given.needed(variant, "variant");
            Given.needed(perCluster, "per-cluster");
        }
    }

    /**
     * What would no longer be paid.
     *
     * @param answer id of a variant or code of an answer with which it would go; empty for every mesh
     * @param perMonth money
     */
    public record Credit(String what, String answer, Range perMonth) {
        public Credit {
            Given.needed(what, "what");
            Given.needed(perMonth, "per-month");
            answer = Given.or(answer, "");
        }
    }

    /** What one unit of a currency is in that of the list. */
    public record Exchange(String currency, double is) {
        public Exchange {
            Given.needed(currency, "currency");
        }
    }

    public PriceList {
        cloud = Given.or(cloud, "");
        region = Given.or(region, "");
        Given.needed(currency, "currency");
        basis = Given.or(basis, Basis.PUBLISHED);
        Given.needed(source, "source");
        Given.needed(date, "date");
        conditions = Given.or(conditions, "");
        nodes = Given.list(nodes);
        prices = Given.list(prices);
        licences = Given.list(licences);
        credits = Given.list(credits);
        exchange = Given.list(exchange);
        own = Given.list(own);
        if (discount < 0 || discount >= 100) {
            throw new IllegalArgumentException("\"discount\" is in percent, from 0 to below 100, not " + discount);
        }
    }

    Said said() {
        return new Said(basis, source, date, conditions, List.of());
    }

    Optional<Prior> price(String id) {
        return prices.stream().filter(p -> p.id().equals(id)).findFirst()
                .map(p -> new Prior(p.id(), p.range(), p.unit(), p.basis(), p.source().isEmpty() ? source : p.source(),
                        p.date().isEmpty() ? date : p.date(), p.conditions()));
    }
}
