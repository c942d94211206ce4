package meshadvisor.model;

/**
 * Names of namespaces where several clusters are assessed together: {@code shop--in-eu} is the namespace shop of the cluster eu. It is still a DNS
 * label, so hosts that name it are understood as ever. Where one cluster is assessed no name is changed.
 */
public final class Apart {

    private static final String MARK = "--in-";

    private Apart() {}

    /** The namespace, or another name, of a cluster. */
    public static String named(String name, String cluster) {
        return name + MARK + cluster;
    }

    /** What it is called inside its cluster. */
    public static String plain(String name) {
        int mark = name.lastIndexOf(MARK);
        return mark < 0 ? name : name.substring(0, mark);
    }

    /** The cluster; empty if only one is assessed. */
    public static String cluster(String name) {
        int mark = name.lastIndexOf(MARK);
        return mark < 0 ? "" : name.substring(mark + MARK.length());
    }

    /** Whether both may be in one cluster: what names none may be in any. */
    public static boolean together(String one, String other) {
        String cluster = cluster(one);
        String another = cluster(other);
        return cluster.isEmpty() || another.isEmpty() || cluster.equals(another);
    }
}
