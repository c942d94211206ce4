package meshadvisor.cost.money;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import meshadvisor.catalog.Versions;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;

/** Upgrades that staying supported takes in a year: who is to pass every release needs one for each, or for as many as one upgrade may pass. */
final class ForcedUpgrades {

    private ForcedUpgrades() {}

    /** Of a variant. */
    static Factor of(VariantCosts costs, List<Versions.Release> releases) {
        VariantCosts.Upgrades upgrades = costs.upgrades();
        String name = "upgrades a year of " + upgrades.source();
        List<LocalDate> days =
                releases.stream().map(Versions.Release::released).filter(d -> d.length() == 10).map(LocalDate::parse).sorted()
                        .toList();
        if (!upgrades.perYear().equals(VariantCosts.Upgrades.COMPUTED) || days.size() < 3) {
            return new Factor(name, upgrades.perYear(),
                    new Said(upgrades.basis(), upgrades.source(), upgrades.date(), upgrades.conditions(), List.of()));
        }
        double between = (double) ChronoUnit.DAYS.between(days.getFirst(), days.getLast()) / (days.size() - 1);
        double most = 365 / between;
        double least = most / Math.max(1, upgrades.releasesPerStep());
        String how = String.format(Locale.ROOT, "a release every %.0f days from %s to %s; %s", between, days.getFirst(), days.getLast(),
                upgrades.conditions());
        return new Factor(name, new Range(least, (least + most) / 2, most),
                new Said(Basis.PREDICTED, upgrades.source(), upgrades.date(), how, List.of()));
    }
}
