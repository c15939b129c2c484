package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/// One of each thing that pages are made of, photographed.
class PatternBookTests extends WithSampleAssociation {

    @Test
    void one_of_each_is_shown_light_and_dark_at_every_size() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "anna", "/muster");
        assertThat(page.locator(".patterns.light > section")).hasCount(15);
        assertThat(page.locator(".patterns.dark > section")).hasCount(15);
        Object papers =
                page.evaluate(
                        """
                        () => new Set([...document.querySelectorAll('.patterns')]
                            .map(one => getComputedStyle(one).backgroundColor)).size
                        """);
        org.assertj.core.api.Assertions.assertThat(papers).isEqualTo(2);
        Inspection.atEverySize(page, "muster");
    }

    @Test
    void a_notice_can_be_shown_and_a_row_opens_its_menu_by_keyboard() {
        Page page = Browsers.wide(ColorScheme.DARK);
        Door.open(page, workspace.address(), "anna", "/muster");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Abteilung Nordstadt: Was tun?"))
                .first()
                .press("Enter");
        assertThat(page.locator("vaadin-popover[opened]")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator(".row-acts button")).isFocused();
        page.locator(".row-menu").first().evaluate("button => { button.click(); button.click(); }");
        assertThat(page.locator("vaadin-popover")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator(".row-menu").first()).isFocused();
        page.getByText("Hinweis zeigen").first().click();
        assertThat(page.getByText("Der Antrag ist verworfen.")).isVisible();
    }
}
