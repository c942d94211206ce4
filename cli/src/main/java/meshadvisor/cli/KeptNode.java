package meshadvisor.cli;

import java.util.List;
import meshadvisor.format.Kept;
import meshadvisor.tree.Node;

/** A place in a file that this program wrote, read as YAML, of which JSON is a part. */
record KeptNode(Node node) implements Kept {

    @Override
    public Kept get(String name) {
        return new KeptNode(node.get(name));
    }

    @Override
    public List<Kept> items() {
        return node.items().stream().map(KeptNode::new).map(Kept.class::cast).toList();
    }

    @Override
    public String text() {
        return node.text();
    }

    @Override
    public boolean present() {
        return node.present();
    }
}
