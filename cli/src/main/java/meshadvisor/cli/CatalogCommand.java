package meshadvisor.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import meshadvisor.catalog.Catalogue;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.format.PageText;
import meshadvisor.format.TableJson;
import meshadvisor.report.Block.Table;
import meshadvisor.report.CatalogPage;
import meshadvisor.report.Listings;
import meshadvisor.report.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is known of the meshes. */
@Command(name = "catalog", description = "Show what is known of the meshes, with sources and dates.")
final class CatalogCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "MESH", description = "One mesh, such as istio; all if none is named.")
    String mesh = "";

    @Option(names = "--facts", description = "Show the facts, too.")
    boolean facts;

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT", defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    ListFormat format = ListFormat.TABLE;

    private final Outside outside;

    CatalogCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = Knowledge.read();
        List<String> vendors = vendors(catalogue);
        switch (format) {
            case TABLE -> outside.out().print(PageText.of(page(catalogue, vendors), outside.terminal().width()));
            case JSON -> outside.out().print(TableJson.of(tables(new Listings(catalogue), vendors)));
        }
        return ExitCode.OK.code();
    }

    private Page page(Catalogue catalogue, List<String> vendors) {
        Page page = CatalogPage.of(catalogue, vendors);
        return facts ? page.with(CatalogPage.facts(catalogue, vendors)) : page;
    }

    private Map<String, Table> tables(Listings listings, List<String> vendors) {
        Map<String, Table> tables = new LinkedHashMap<>(listings.meshes(vendors));
        if (facts) {
            tables.put("facts", listings.facts(vendors));
        }
        return tables;
    }

    private List<String> vendors(Catalogue catalogue) {
        List<String> known = catalogue.vendors();
        if (mesh.isEmpty() || known.contains(mesh)) {
            return mesh.isEmpty() ? known : List.of(mesh);
        }
        throw new MistakesFound(new UsageMistake("unknown mesh " + mesh + "; " + Known.hint(mesh, known)));
    }
}
