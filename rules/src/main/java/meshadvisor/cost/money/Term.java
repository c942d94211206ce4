package meshadvisor.cost.money;

import java.util.List;
import java.util.stream.Stream;

/** A product: of hours, services and an hourly rate, say. */
record Term(List<Factor> factors) {

    Term {
        factors = List.copyOf(factors);
    }

    static Term of(Factor... factors) {
        return new Term(List.of(factors));
    }

    Term times(Factor other) {
        return new Term(Stream.concat(factors.stream(), Stream.of(other)).toList());
    }
}
