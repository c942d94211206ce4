package shop;

import org.springframework.retry.annotation.Retryable;
import org.springframework.web.client.RestTemplate;

class Prices {
    @Retryable(maxAttempts = 3)
    String price(RestTemplate restTemplate) {
        return restTemplate.getForObject("http://prices:8080/prices", String.class);
    }
}
