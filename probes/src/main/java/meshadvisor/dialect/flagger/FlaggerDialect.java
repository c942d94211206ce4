package meshadvisor.dialect.flagger;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Use.Hop;

/** Flagger's own resources. */
public final class FlaggerDialect implements Dialect {

    static final String ID = "flagger";

    @Override
    public boolean reads(String group) {
        return group.equals("flagger.app");
    }

    @Override
    public void read(Item item, Facts facts) {
        switch (item.kind()) {
            case "Canary" -> Canaries.read(item, facts);
            case "MetricTemplate" ->
                    new Uses(item, facts, ID, Hop.UNKNOWN).add("l7-telemetry", item.spec().get("query"),
                            "judges releases by metrics of requests");
            default -> {
                // AlertProvider only sends messages
            }
        }
    }
}
