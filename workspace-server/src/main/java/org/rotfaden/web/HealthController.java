package org.rotfaden.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says whether this server can do its work.
@RestController
class HealthController {

    private static final Map<String, String> UP = Map.of("status", "UP");

    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        Health.State state = health.state();
        return state == Health.State.UP
                ? ResponseEntity.ok(UP)
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(Map.of("status", "DOWN", "reason", state.name()));
    }
}
