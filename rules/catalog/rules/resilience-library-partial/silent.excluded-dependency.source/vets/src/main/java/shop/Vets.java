package shop;

import org.springframework.web.client.RestTemplate;

class Vets {
    // @Retry(name = "owners") would be better here
    RestTemplate client(java.time.Duration limit) {
        var factory = new org.springframework.http.client.SimpleClientHttpRequestFactory();
        factory.setReadTimeout(limit);
        return new RestTemplate(factory);
    }
}
