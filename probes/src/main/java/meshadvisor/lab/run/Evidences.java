package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Proofs;
import meshadvisor.bench.Proofs.Outcome;
import meshadvisor.bench.Proofs.Plaintext;
import meshadvisor.bench.Variant;
import meshadvisor.bench.planning.FetchName;
import meshadvisor.tree.Node;

/** Gathers what proofs need of what pods told. */
final class Evidences {

    /** Names of pages begin with whose they are and the port. Those of clients differ from generator to generator; all others read the same ones. */
    private static final Pattern PAGE = Pattern.compile("(client|server|node-agent|proxy)-(\\d{1,5})-.*");

    private final Map<String, Map<String, Plaintext>> outside = new HashMap<>();

    /**
     * What is proved for a cell.
     *
     * @param fields the proofs by fields of objects
     */
    List<Proved> of(Variant variant, String namespace, Cells.Cellular cell, List<Proved> fields) {
        long sent = cell.runs().stream().mapToLong(GeneratorRun::sentInAll).sum();
        String server = "server-" + cell.cell().load().protocol().name().toLowerCase(Locale.ROOT);
        Plaintext plaintext = outside.getOrDefault(variant.id(), Map.of()).getOrDefault(server, Plaintext.NOT_ASKED);
        boolean disturbed = !cell.cell().disturbance().isEmpty();
        List<Proved> proofs =
                Proofs.of(variant.during(cell.cell().scenarios()), new Proofs.Evidence(cell.cell().load().protocol(), namespace, sent,
                        pages(cell, FetchName.When.BEFORE), pages(cell, FetchName.When.AFTER), plaintext, fields));
        return disturbed ? fields : proofs; // pods that are replaced begin to count anew
    }

    /** Pages of clients by each generator, those of others by the one that ended last. */
    private static List<Proofs.Told> pages(Cells.Cellular cell, FetchName.When when) {
        Optional<String> last = cell.runs().stream().filter(run -> !run.sending().isEmpty())
                .max(Comparator.comparingDouble(run -> run.sending().getLast().toMillis())).map(GeneratorRun::pod);
        List<Proofs.Told> pages = new ArrayList<>();
        for (Told told : cell.driven().told()) {
            told.results().forEach((name, bytes) -> {
                Optional<FetchName> fetch = FetchName.parse(name.replaceAll("\\.json$", ""))
                        .filter(each -> each.cell().equals(cell.cell().name()) && each.when() == when);
                Optional<Matcher> page = fetch.map(each -> PAGE.matcher(each.page())).filter(Matcher::matches);
                if (page.isPresent() && (page.get().group(1).equals("client") || last.equals(Optional.of(told.pod())))) {
                    pages.add(page(page.get(),
                            fetch.get().page() + " of " + (page.get().group(1).equals("client") ? told.pod() : fetch.get().from()),
                            Json.read(bytes)));
                }
            });
        }
        return pages;
    }

    private static Proofs.Told page(Matcher page, String from, Node told) {
        long status = Json.count(told.get("status"));
        String error = !told.get("error").text().isEmpty() ? told.get("error").text() : status == 200 ? "" : "status " + status;
        return new Proofs.Told(Proof.At.valueOf(page.group(1).toUpperCase(Locale.ROOT).replace('-', '_')), Integer.parseInt(page.group(2)),
                from,
                told.get("lines").items().stream().map(Node::text).toList(), error);
    }

    /** Takes answers from outside; what they speak against, whole sentences. */
    List<String> asked(Variant variant, List<Told> told) {
        Map<String, Plaintext> answers = new HashMap<>();
        told.forEach(each -> each.results().keySet().forEach(name -> {
            if (name.startsWith("refused-")) {
                answers.put(name.substring("refused-".length()).replaceAll("\\.json$", ""), plaintext(each.json(name)));
            }
        }));
        outside.put(variant.id(), answers);
        List<String> failures = new ArrayList<>();
        answers.forEach((server, answer) -> variant.prove().stream().filter(Proof.Refused.class::isInstance)
                .filter(proof -> answer.outcome() == Outcome.ANSWERED && !answer.detail().contains("403"))
                .forEach(proof -> failures.add("It is not proved that the requests took this way: " + proof.shows() + " Seen: " + server
                        + " answered a plaintext request from outside (" + answer.detail() + ").")));
        return failures;
    }

    private static Plaintext plaintext(Node told) {
        return switch (told.get("outcome").text()) {
            case "answered" -> new Plaintext(Outcome.ANSWERED, told.get("detail").text());
            case "refused" -> new Plaintext(Outcome.REFUSED, told.get("detail").text());
            case "timeout" -> new Plaintext(Outcome.TIMEOUT, told.get("detail").text());
            case "unresolved" -> new Plaintext(Outcome.UNRESOLVED, told.get("detail").text());
            default -> new Plaintext(Outcome.NOT_ASKED, told.get("error").text());
        };
    }
}
