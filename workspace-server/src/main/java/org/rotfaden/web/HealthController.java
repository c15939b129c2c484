package org.rotfaden.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.OtherNodes;
import org.rotfaden.web.Health.State;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says whether this server can do its work, and why not.
@RestController
class HealthController {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(String status, @Nullable State reason, OtherNodes.@Nullable State nodes) {}

    private final Health health;
    private final OtherNodes others;

    HealthController(Health health, OtherNodes others) {
        this.health = health;
        this.others = others;
    }

    /// Whether it should be started again: as long as it answers it need not.
    @GetMapping("/health/live")
    Answer live() {
        return new Answer("UP", null, null);
    }

    /// Whether it should be asked anything, and whether it hears of other nodes: that it does not
    /// is no reason not to ask it.
    @GetMapping({"/health", "/health/ready"})
    ResponseEntity<Answer> ready() {
        State state = health.state();
        return state == State.UP
                ? ResponseEntity.ok(new Answer("UP", null, others.state()))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(new Answer("DOWN", state, others.state()));
    }
}
