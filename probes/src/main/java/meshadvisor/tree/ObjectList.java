package meshadvisor.tree;

/** Recognises {@code kind: List} while it is read: its items may be many, and its kind may come after them. */
final class ObjectList {

    private ObjectList() {}

    /** Whether the sequence that begins is the value of {@code items} at the top of what may be a list of objects. */
    static boolean begins(Node[] nodes, int top) {
        if (top % 2 == 0 || !nodes[top - 1].text().equals("items")) {
            return false;
        }
        for (int key = 0; key < top - 1; key += 2) {
            if (nodes[key].text().equals("kind") && !nodes[key + 1].text().endsWith("List")) {
                return false;
            }
        }
        return true;
    }

    /** Whether an item says itself what it is; the items of a PodList do not, and stay in their list. */
    static boolean isObject(Mapping item) {
        return item.get("apiVersion").present() && item.get("kind").present();
    }
}
