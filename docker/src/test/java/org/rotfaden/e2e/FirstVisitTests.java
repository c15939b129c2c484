package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What a phone that was never here loads before the first useful screen.
class FirstVisitTests extends WithSampleAssociation {

    private static final long MOST_BYTES = 500_000;

    @Test
    void the_door_and_the_first_page_behind_it_fit_into_500_kilobytes() {
        Page phone = Browsers.narrow(ColorScheme.LIGHT);
        AtomicLong bytes = countBytes(phone);
        Door.logIn(phone, workspace.address(), "anna");
        phone.waitForSelector(".happenings > li");
        phone.waitForLoadState(LoadState.NETWORKIDLE);
        System.out.printf("First visit on a phone: %d bytes over the wire%n", bytes.get());
        assertThat(bytes.get()).isBetween(50_000L, MOST_BYTES);
    }

    private static AtomicLong countBytes(Page page) {
        var bytes = new AtomicLong();
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.on(
                "Network.loadingFinished",
                finished -> bytes.addAndGet(finished.get("encodedDataLength").getAsLong()));
        return bytes;
    }
}
