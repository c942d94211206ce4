package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport;
import meshadvisor.bench.BenchReport.Bill;
import meshadvisor.bench.BenchReport.Cpu;
import meshadvisor.bench.BenchReport.IdleTax;
import meshadvisor.bench.BenchReport.Memory;
import meshadvisor.bench.BenchReport.Payer;
import meshadvisor.measure.Interval;

/** What variants cost in CPU and memory, and what an installed mesh costs those who are not in it. */
record BillSections(BenchReport report, BenchWords words) {

    private static final double MILLIS = 1_000;
    private static final String NOT_METERED = "not metered";

    List<Block> costs() {
        List<Block> blocks = new ArrayList<>();
        report.bills().stream().filter(bill -> !bill.cpu().isEmpty() || !bill.memory().isEmpty()).forEach(bill -> bill(bill, blocks));
        report.bills().stream().filter(bill -> bill.cpu().isEmpty() && bill.memory().isEmpty()).map(Bill::variant).distinct()
                .forEach(variant -> blocks.add(Block.item(1, words.variant(variant)
                        + ": nothing was metered under any load, so its costs are unknown, and not nothing.")));
        if (report.bills().stream().anyMatch(bill -> !bill.cpu().isEmpty())) {
            blocks.add(Block.item(1, "CPU of proxies is their own; that of all others is the difference to plaintext in the same blocks."
                    + " Intervals are of 95 %, unadjusted. \"Unexplained\" is what the nodes spent more, and no container: the kernel's"
                    + " work, such as encryption and redirection, and noise. What baseline-again seems to cost is noise as well. Memory is"
                    + " never a difference."));
        }
        return Sections.section("What it costs", "costs", blocks);
    }

    private void bill(Bill bill, List<Block> blocks) {
        blocks.add(new Block.Subheading(Tone.STRONG, words.variant(bill.variant()) + " at " + words.brief(bill.load())
                + BenchWords.meanwhile(bill.scenarios()), "bill-" + (report.bills().indexOf(bill) + 1)));
        List<List<String>> rows = Stream.of(Payer.values()).filter(payer -> cpu(bill, payer).isPresent() || memory(bill, payer))
                .map(payer -> List.of(BenchWords.payer(payer), cpu(bill, payer).map(cpu -> millis(cpu.secondsPer1000(), cpu.unadjusted()))
                        .orElse(NOT_METERED), cpu(bill, payer).map(cpu -> interval(cpu.unadjusted())).orElse("-"),
                        memory(bill, payer, false), memory(bill, payer, true)))
                .toList();
        blocks.add(new Block.Rows(List.of("who", "CPU ms/1000 req", "interval", "MiB idle", "MiB loaded"), rows));
    }

    private static Optional<Cpu> cpu(Bill bill, Payer payer) {
        return bill.cpu().stream().filter(cpu -> cpu.payer() == payer).findFirst();
    }

    private static boolean memory(Bill bill, Payer payer) {
        return bill.memory().stream().anyMatch(memory -> memory.payer() == payer);
    }

    private static String memory(Bill bill, Payer payer, boolean underLoad) {
        return bill.memory().stream().filter(memory -> memory.payer() == payer && memory.underLoad() == underLoad).findFirst()
                .map(BillSections::mebibytes).orElse("-");
    }

    private static String mebibytes(Memory memory) {
        return String.format(Locale.ROOT, memory.mebibytes() < 10 ? "%.1f" : "%.0f", memory.mebibytes())
                + (memory.containers() > 1 ? " (" + memory.containers() + ")" : "");
    }

    static String millis(double seconds, Interval interval) {
        return number(seconds, decimals(interval));
    }

    static String interval(Interval interval) {
        return "[" + number(interval.low(), decimals(interval)) + ", " + number(interval.high(), decimals(interval)) + "]";
    }

    private static String number(double seconds, int decimals) {
        double rounded = Math.rint(seconds * MILLIS * Math.pow(10, decimals)) / Math.pow(10, decimals) + 0.0; // never minus zero
        return String.format(Locale.ROOT, "%." + decimals + "f", rounded).replace('-', '−');
    }

    private static int decimals(Interval interval) {
        return interval.half() * MILLIS >= 10 ? 0 : interval.half() * MILLIS >= 1 ? 1 : 2;
    }

    List<Block> idleTax() {
        List<Block> blocks = new ArrayList<>();
        report.idleTax().forEach(tax -> blocks.add(Block.item(1, tax(tax))));
        return Sections.section("What an installed mesh costs those who are not in it", "idle-tax", blocks);
    }

    private String tax(IdleTax tax) {
        return "With " + String.join(", ", tax.installed().stream().map(words::variant).toList()) + " installed, " + tax.statistic().label()
                + " of plaintext at " + words.brief(tax.load()) + " changed by " + Micros.text(tax.byMicros(), tax.unadjusted())
                + " (95 %, unadjusted; session " + tax.with() + " against " + tax.without() + "); noise floor "
                + Micros.text(tax.floorMicros()) + (tax.aboveFloor() ? ": an idle tax." : ": none that stands out of the noise.");
    }
}
