package meshadvisor.cost.money;

import meshadvisor.cost.Amount;
import meshadvisor.cost.Range;
import meshadvisor.cost.overhead.Overhead;
import meshadvisor.cost.overhead.Part;

/** More pods or more traffic than there is. Processors used follow the traffic, proxies in pods and their memory follow the pods. */
final class WhatIf {

    private WhatIf() {}

    static Overhead of(Overhead overhead, Wanted wanted) {
        if (wanted.replicas() == 1 && wanted.requests() == 1) {
            return overhead;
        }
        return new Overhead(overhead.mesh(), overhead.variant(), overhead.name(),
                overhead.parts().stream().map(p -> of(p, wanted)).toList(), overhead.hopP50(), overhead.hopP99(), overhead.unseen());
    }

    private static Part of(Part part, Wanted wanted) {
        boolean inPods = part.where() == Part.Where.POD;
        int count = inPods ? (int) Math.ceil(part.count() * wanted.replicas()) : part.count();
        return new Part(part.name(), part.where(), count, part.requested(), part.limited(), times(part.usedCpu(), wanted.requests()),
                inPods ? times(part.usedMemory(), wanted.replicas()) : part.usedMemory());
    }

    private static Amount times(Amount amount, double by) {
        Range range = amount.range();
        return new Amount(range.times(by), amount.unit(), amount.said());
    }
}
