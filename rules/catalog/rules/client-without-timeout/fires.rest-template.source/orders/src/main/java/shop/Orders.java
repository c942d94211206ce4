package shop;

import org.springframework.web.client.RestTemplate;

class Orders {
    private final RestTemplate restTemplate = new RestTemplate();
}
