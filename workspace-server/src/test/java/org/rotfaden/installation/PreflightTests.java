package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import org.junit.jupiter.api.Test;

class PreflightTests {

    @Test
    void a_port_kept_for_root_is_not_called_taken() {
        assertThat(Preflight.meaningOf(new BindException("Permission denied")))
                .isEqualTo(Hindrance.PORT_NOT_ALLOWED);
        assertThat(Preflight.meaningOf(new BindException("Address already in use")))
                .isEqualTo(Hindrance.PORT_TAKEN);
    }
}
