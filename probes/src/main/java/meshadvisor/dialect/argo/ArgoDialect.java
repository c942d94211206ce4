package meshadvisor.dialect.argo;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;

/** Argo Rollouts and Argo CD. */
public final class ArgoDialect implements Dialect {

    @Override
    public boolean reads(String group) {
        return group.equals("argoproj.io");
    }

    @Override
    public void read(Item item, Facts facts) {
        switch (item.kind()) {
            case "Rollout" -> Rollouts.read(item, facts);
            case "Application" -> Applications.application(item, facts);
            case "ApplicationSet" -> Applications.applicationSet(item, facts);
            default -> {
                // Workflows, AppProjects and analysis templates route nothing and install nothing
            }
        }
    }
}
