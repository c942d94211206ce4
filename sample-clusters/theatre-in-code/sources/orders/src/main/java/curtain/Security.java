package curtain;

@EnableWebSecurity
class Security {

    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.oauth2ResourceServer(server -> server.jwt(token -> {})).build();
    }
}
