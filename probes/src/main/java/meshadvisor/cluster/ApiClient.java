package meshadvisor.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Credential;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.kubeconfig.Impersonation;
import meshadvisor.kubeconfig.KeyPair;
import meshadvisor.kubeconfig.Presentation;
import meshadvisor.kubeconfig.Presentation.Ready;
import meshadvisor.kubeconfig.Presentation.Withheld;

/** Makes fabric8's HTTP client of what a kubeconfig says. It gives TLS, proxies and HTTP/2; who one is and what may be asked stands here. */
final class ApiClient {

    private static final int CONNECT_SECONDS = 10;

    private ApiClient() {}

    /**
     * A client.
     *
     * @param guard lets requests pass or not
     * @throws ClusterUnavailable if there is no credential to show, or a certificate cannot be used
     */
    static HttpClient of(Access access, Credentials credentials, ProxyWay way, Interceptor guard) {
        Ready first = switch (credentials.present()) {
            case Ready ready -> ready;
            case Withheld withheld ->
                    throw new ClusterUnavailable("no credential for the cluster " + access.cluster(), withheld.why().sentence(),
                            withheld.why().remedy());
        };
        Config config = config(access, first.certificate());
        JdkHttpClientFactory factory = new StayingFactory();
        HttpClient.Builder builder = factory.newBuilder();
        try {
            HttpClientUtils.applyCommonConfiguration(config, builder, factory);
        } catch (RuntimeException e) {
            throw new ClusterUnavailable("no connection to " + access.server().uri() + " can be made", Failing.deepest(e),
                    "check the certificates and the proxy of the cluster " + access.cluster() + " in the kubeconfig");
        }
        way.on(builder);
        // fabric8's own would ask the kubeconfig's plugins again, through a shell
        builder.addOrReplaceInterceptor("TOKEN", new WhoAsks(credentials, access.impersonation(), new AtomicReference<>(first)));
        builder.addOrReplaceInterceptor("BACKWARDS", null);
        builder.addOrReplaceInterceptor("GUARD", guard);
        return builder.build();
    }

    /** fabric8 asks for redirects to be followed, and Java would show the credential to whatever host they lead to. */
    private static final class StayingFactory extends JdkHttpClientFactory {
        @Override
        protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
            builder.followRedirects(java.net.http.HttpClient.Redirect.NEVER);
        }
    }

    private static Config config(Access access, Optional<KeyPair> certificate) {
        ConfigBuilder config = new ConfigBuilder(Config.empty()).withAutoConfigure(false).withMasterUrl(access.server().uri().toString())
                .withConnectionTimeout(CONNECT_SECONDS * 1000).withRequestRetryBackoffLimit(0)
                .withTrustCerts(access.server().trust() == Access.Trust.ANYBODY)
                .withDisableHostnameVerification(access.server().trust() == Access.Trust.ANYBODY);
        access.server().authority().ifPresent(pem -> config.withCaCertData(base64(pem)));
        certificate.ifPresent(pair -> config.withClientCertData(base64(pair.certificate())).withClientKeyData(base64(pair.key()))
                .withClientKeyAlgo(KeyAlgorithm.of(pair.key())));
        return config.build();
    }

    /** A login as it stands in a header. */
    static String basic(Credential.Basic login) {
        return "Basic " + base64(login.user() + ":" + login.password());
    }

    private static String base64(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }

    /** Says who asks, and after a refusal asks for a new credential once. */
    private record WhoAsks(Credentials credentials, Impersonation impersonation, AtomicReference<Ready> shown) implements Interceptor {

        @Override
        public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
            shown.get().authorization().ifPresent(value -> builder.setHeader("Authorization", value));
            impersonation.user().ifPresent(value -> builder.setHeader("Impersonate-User", value));
            impersonation.uid().ifPresent(value -> builder.setHeader("Impersonate-Uid", value));
            impersonation.groups().forEach(value -> builder.header("Impersonate-Group", value));
            impersonation.extra().forEach((key, values) -> values.forEach(value -> builder.header("Impersonate-Extra-" + key, value)));
        }

        @Override
        public CompletableFuture<Boolean> afterFailure(HttpRequest.Builder builder, HttpResponse<?> response, RequestTags tags) {
            if (response.code() != 401) {
                return CompletableFuture.completedFuture(false);
            }
            Ready refused = shown.get();
            Optional<String> sent = Optional.ofNullable(response.request()).map(r -> r.header("Authorization"));
            if (sent.isPresent() && !sent.equals(refused.authorization()) && refused.authorization().isPresent()) {
                builder.setHeader("Authorization", refused.authorization().get()); // another thread has renewed it meanwhile
                return CompletableFuture.completedFuture(true);
            }
            Presentation renewed = credentials.renew(refused);
            if (renewed instanceof Ready ready && !ready.equals(refused)) {
                shown.set(ready);
                ready.authorization().ifPresent(value -> builder.setHeader("Authorization", value));
                return CompletableFuture.completedFuture(ready.authorization().isPresent());
            }
            return CompletableFuture.completedFuture(false);
        }
    }

}
