package meshadvisor.catalog;

import java.util.List;

/** Releases of a mesh and the rules between them. */
public record Versions(List<Release> versions, Skew skew, MemoryLimit defaultMemoryLimit, GatewayApi gatewayApi) {

    /**
     * One release line. Dates are {@code yyyy-mm-dd} or empty where unknown.
     *
     * @param gatewayApiMin oldest bundle of the Gateway API that it works with, empty where none is stated
     * @param gatewayApiMax newest one
     */
    public record Release(String version, String released, String supportedUntil, String kubernetesMin, boolean nativeSidecarDefault,
            String gatewayApiMin,
            String gatewayApiMax,
            String mark,
            String source, String date) {
        public Release {
            Given.needed(version, "version");
            released = Given.or(released, "");
            supportedUntil = Given.or(supportedUntil, "");
            kubernetesMin = Given.or(kubernetesMin, "");
            gatewayApiMin = Given.or(gatewayApiMin, "");
            gatewayApiMax = Given.or(gatewayApiMax, "");
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

    /**
     * When the kinds of the Gateway API must be installed.
     *
     * @param from first version that needs them, empty for all
     */
    public record GatewayApi(Needed needed, String from, String says, String mark, String source, String date) {

        /** Nobody has looked. */
        public static final GatewayApi UNKNOWN = new GatewayApi(Needed.NEVER, "", "", "", "", "");

        /** By whom it is needed. */
        public enum Needed {
            /** By every installation. */
            ALWAYS,
            /** By those that use its Gateways, or waypoints. */
            FOR_GATEWAYS, NEVER
        }

        public GatewayApi {
            Given.needed(needed, "needed");
            from = Given.or(from, "");
        }
    }

    public Versions {
        gatewayApi = Given.or(gatewayApi, GatewayApi.UNKNOWN);
        versions = Given.list(versions);
    }
}
