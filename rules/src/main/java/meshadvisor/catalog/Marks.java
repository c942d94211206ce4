package meshadvisor.catalog;

import java.util.List;

/**
 * How one vendor's mesh is recognised, and what follows from its being there.
 *
 * @param mesh id of the vendor, equal to the name of the folder
 * @param variant the variant that is meant where no mark tells
 * @param cni whether it is the cluster's CNI and so is there with or without mesh features
 * @param generic whether it is no mesh but an interface that several understand; it never wins over a real one
 * @param encrypts whether a data plane encrypts between its members by itself
 * @param mtlsSetting whether it has a resource that says if plaintext is accepted
 * @param namespaces namespaces that belong to the mesh
 * @param memoryAnnotations annotations that give a proxy a memory limit
 * @param memoryValues values of its chart that give every proxy a memory limit
 * @param limitDroppingAnnotations annotations that set something else and take the default memory limit away
 * @param inheritedAnnotations pattern of the annotations that pods take over from their namespace, empty if none
 * @param nativeAnnotations annotations that make the proxy a native sidecar when {@code true}
 * @param nativeValues values of its chart that make every proxy a native sidecar when {@code true}
 * @param retriesValues values of its chart that switch default retries off when {@code 0}
 * @param encryptionValues values of its chart that make it encrypt between nodes when {@code true}
 * @param exclusionAnnotations annotations that keep calls to some ports away from the proxy
 * @param opaqueAnnotations annotations that name ports into which the proxy does not look
 * @param endsWithJobs whether it ends the proxy itself when the other containers of a Job are done
 * @param unsafeRetriesBefore first version whose default retries leave unsafe methods alone; empty if there was none that did not
 * @param alwaysNative first version whose proxies are native sidecars by default; empty if none
 * @param nativeFromKubelet first version of the kubelets with which proxies are native sidecars where the mesh chooses by them; empty if it
 *        does not
 * @param revisionLabel label by which a control plane says which revision it is, and a namespace or pod which one it wants; empty where a
 *        cluster has one control plane at most
 * @param tagLabel label of a webhook that gives a revision another name, empty if there is none
 * @param defaultRevision what a control plane is that names no revision, and what is wanted where none is named
 * @param proxyUsers users whose traffic goes around the proxy, because the proxy runs as them
 * @param usualRetries what its variants retry when nothing asks for it
 * @param ports how its variants learn what is spoken on a port
 * @param ended the day on which the vendor ended it, empty if it lives
 */
public record Marks(String mesh, String name, String variant, boolean cni, boolean generic, boolean encrypts, boolean mtlsSetting,
        boolean endsWithJobs,
        List<String> namespaces,
        List<String> memoryAnnotations, List<String> memoryValues, List<String> limitDroppingAnnotations, String inheritedAnnotations,
        List<String> nativeAnnotations, List<String> nativeValues, List<String> retriesValues, List<String> encryptionValues,
        List<String> exclusionAnnotations, List<String> opaqueAnnotations, String unsafeRetriesBefore,
        String alwaysNative, String nativeFromKubelet, String revisionLabel, String tagLabel, String defaultRevision,
        List<ProxyUser> proxyUsers,
        List<UsualRetries> usualRetries, List<PortReading> ports, String ended, List<Mark> marks) {

    public Marks {
        Given.needed(mesh, "mesh");
        Given.needed(name, "name");
        Given.needed(variant, "variant");
        namespaces = Given.list(namespaces);
        memoryAnnotations = Given.list(memoryAnnotations);
        memoryValues = Given.list(memoryValues);
        limitDroppingAnnotations = Given.list(limitDroppingAnnotations);
        inheritedAnnotations = Given.or(inheritedAnnotations, "");
        nativeAnnotations = Given.list(nativeAnnotations);
        nativeValues = Given.list(nativeValues);
        retriesValues = Given.list(retriesValues);
        encryptionValues = Given.list(encryptionValues);
        exclusionAnnotations = Given.list(exclusionAnnotations);
        opaqueAnnotations = Given.list(opaqueAnnotations);
        unsafeRetriesBefore = Given.or(unsafeRetriesBefore, "");
        alwaysNative = Given.or(alwaysNative, "");
        nativeFromKubelet = Given.or(nativeFromKubelet, "");
        revisionLabel = Given.or(revisionLabel, "");
        tagLabel = Given.or(tagLabel, "");
        defaultRevision = Given.or(defaultRevision, "");
        proxyUsers = Given.list(proxyUsers);
        usualRetries = Given.list(usualRetries);
        ports = Given.list(ports);
        ended = Given.or(ended, "");
        marks = Given.list(marks);
    }
}
