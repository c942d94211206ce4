package curtain;

import org.springframework.retry.annotation.Retryable;

@RestController
class Orders {

    private final RestTemplate restTemplate = new RestTemplate();

    @Retryable(maxAttempts = 3)
    Receipt pay(Order order) {
        return restTemplate.postForObject("https://payments:8443/payments", order, Receipt.class);
    }
}
