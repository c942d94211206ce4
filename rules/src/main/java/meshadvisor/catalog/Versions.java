package meshadvisor.catalog;

import java.util.List;

/** Releases of a mesh and the rules between them. */
public record Versions(List<Release> versions, Skew skew, MemoryLimit defaultMemoryLimit) {

    /** One release line. Dates are {@code yyyy-mm-dd} or empty where unknown. */
    public record Release(String version, String released, String supportedUntil, String kubernetesMin, boolean nativeSidecarDefault,
            String mark,
            String source, String date) {
        public Release {
            Given.needed(version, "version");
            released = Given.or(released, "");
            supportedUntil = Given.or(supportedUntil, "");
            kubernetesMin = Given.or(kubernetesMin, "");
        }
    }

    /**
     * How far proxies and control plane may be apart.
     *
     * @param controlPlaneAhead releases that the control plane may be ahead of a proxy
     * @param dataPlaneAhead releases that a proxy may be ahead of the control plane
     */
    public record Skew(int controlPlaneAhead, int dataPlaneAhead, String unit, String says, String mark, String source, String date) {}

    /** The memory limit that a proxy has when nobody sets one. */
    public record MemoryLimit(boolean limited, String value, String says, String mark, String source, String date) {
        public MemoryLimit {
            value = Given.or(value, "");
        }
    }

    public Versions {
        versions = Given.list(versions);
    }
}
