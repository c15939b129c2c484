package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// From an empty folder to the first log-in.
class FirstAdministratorTests {

    /// Presses the button and gives what is said at once.
    private static final String PRESSED =
            """
            sample => {
                sample.querySelector('vaadin-button').click();
                return sample.querySelector('[role=status]').textContent;
            }
            """;

    /// Drops two pictures on the field for one.
    private static final String DROPPED_TWO =
            """
            (field, picture) => {
                const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
                const dropped = new DataTransfer();
                for (const name of ['eins.png', 'zwei.png'])
                    dropped.items.add(new File([bytes], name, {type: 'image/png'}));
                field.dispatchEvent(
                    new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));
            }
            """;

    @Test
    void who_has_the_printed_address_becomes_the_first_administrator_and_nobody_after() {
        try (var workspace = Workspace.empty("first-administrator")) {
            String address = printedAddress(workspace);
            Page page = Browsers.wide(ColorScheme.LIGHT);

            page.navigate(workspace.address() + "/einrichten?schluessel=erraten");
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(page.getByRole(AriaRole.TEXTBOX)).hasCount(0);

            page.navigate(address);
            page.locator("summary").click();
            assertThat(page.getByLabel("Ganz oben")).isVisible();
            Inspection.atEverySize(page, "einrichten");
            create(page, address);
            assertThatTheFounderIsIn(page, workspace);

            page.navigate(address);
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(page.getByRole(AriaRole.TEXTBOX)).hasCount(0);

            String password = takeIn(page, workspace, "finn@verband.example");
            changePassword(workspace, "finn@verband.example", password);
        }
    }

    @Test
    void whoever_would_rather_try_it_out_is_told_that_the_sample_is_being_loaded() {
        try (var workspace = Workspace.empty("sample-by-hand")) {
            Page page = Browsers.narrow(ColorScheme.DARK);
            page.navigate(printedAddress(workspace));
            Locator sample = page.locator(".setup-sample");
            sample.scrollIntoViewIfNeeded();
            Browsers.settle(page);
            assertThat((String) sample.evaluate(PRESSED)).startsWith("Der Beispielverband wird");
            assertThat(page).hasURL(workspace.address() + "/anmelden");
            assertThat(page.getByText("anna@example.org")).isVisible();
        }
    }

    /// She is logged in as by the door: under another session than before, and still without it.
    private static void assertThatTheFounderIsIn(Page page, Workspace workspace) {
        assertThat(page).hasURL(workspace.address() + "/");
        assertThat(page.locator("h1")).isVisible();
        page.context()
                .clearCookies(new BrowserContext.ClearCookiesOptions().setName("rotfaden-session"));
        page.navigate(workspace.address() + "/konto");
        assertThat(page.getByText("gesine@verband.example")).isVisible();
        assertThat(page.getByText("Dieser Browser")).isVisible();
    }

    /// Fills in the whole form; what is refused at first is not lost.
    private static void create(Page page, String address) {
        page.navigate(address);
        assertThatAllFaultsAreSaidAtOnce(page);
        page.getByLabel("Name des Verbands").fill("Bund der Gesine");
        Locator accent = page.getByRole(AriaRole.TEXTBOX, named("Eigene Farbe"));
        accent.fill("rot");
        page.getByRole(AriaRole.BUTTON, named("Verband anlegen")).click();
        assertThat(page.getByText("Gib einen Farbcode ein")).isVisible();
        accent.fill("#ffdd88");
        assertThat(page.getByText("Gib einen Farbcode ein")).isHidden();
        assertThat(page.getByText("Zu blass zum Lesen")).isVisible();
        page.getByLabel("Ganz oben").fill("Landesverband Gesinien");
        page.getByLabel("Darunter").fill("Kreisverband Ost\nKreisverband West");
        page.getByLabel("Name", exactly()).fill("Gesine Anders");
        page.getByLabel("E-Mail").fill("gesine@verband.example");
        page.getByLabel("Passwort", exactly()).fill("ein langes Passwort");
        page.getByLabel("Passwort noch einmal").fill("ein langes Passwort");
        Locator create = page.getByRole(AriaRole.BUTTON, named("Verband anlegen"));
        create.click();
        assertThat(page.getByText("nicht gut genug zu lesen")).isVisible();
        String before = session(page);
        assertThat(before).isNotEmpty();
        accent.fill("#1a5fd0");
        assertThat(page.getByText("Gut zu lesen")).isVisible();
        create.click();
        assertThat(page).not().hasURL(Pattern.compile(".*einrichten.*"));
        assertThat(session(page)).isNotEqualTo(before);
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("rotfaden-session"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    /// Each beside its field, also where the fields were folded in; the first one has the focus.
    private static void assertThatAllFaultsAreSaidAtOnce(Page page) {
        Locator association = page.getByLabel("Name des Verbands");
        association.fill("Bund \u202ereseG");
        page.locator("summary").click();
        page.getByLabel("Darunter").fill("Kreisverband \u202etsO");
        page.locator("summary").click();
        page.getByLabel("Name", exactly()).fill("\u200b");
        page.getByLabel("E-Mail").fill("gesine");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Gib eine E-Mail-Adresse ein, zum Beispiel")).isVisible();
        page.getByLabel("Passwort", exactly()).fill("zu kurz");
        page.getByRole(AriaRole.BUTTON, named("Verband anlegen")).click();
        assertThat(page.locator("[aria-invalid=true]")).hasCount(7);
        assertThat(page.locator(".trouble"))
                .containsText(
                        "7 Angaben fehlen noch oder passen nicht:Name des Verbands, Ganz oben");
        assertThat(association).isFocused();
        for (String label :
                List.of(
                        "Name des Verbands",
                        "Ganz oben",
                        "Darunter",
                        "Name",
                        "E-Mail",
                        "Passwort",
                        "Passwort noch einmal")) {
            assertThat(page.getByLabel(label, exactly())).hasAttribute("aria-invalid", "true");
        }
        assertThat(page.locator("vaadin-text-field[invalid]").first())
                .containsText("unsichtbare Zeichen");
        assertThat(association).isFocused();
        assertThat(page.getByLabel("Darunter")).isVisible();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /// The association is there with its units, and can be changed where it is shown.
    private static void inspectAssociation(Page page, Workspace workspace) {
        page.navigate(workspace.address() + "/gliederungen");
        assertThat(page.locator(".branches").first()).containsText("Kreisverband West");
        page.navigate(workspace.address() + "/verband/einstellungen");
        assertThat(page.locator(".rail .brand")).hasText("Bund der Gesine");
        Inspection.atEverySize(page, "einstellungen");
        page.getByLabel("Name des Verbands").fill("Bund der Frieda");
        page.getByRole(AriaRole.BUTTON, named("Speichern")).click();
        page.getByRole(AriaRole.BUTTON, named("Rückgängig")).click();
        assertThat(page.getByLabel("Name des Verbands")).hasValue("Bund der Gesine");
        changeLogos(page);
    }

    /// Only the newest change can be taken back by its notice, and one picture is enough.
    private static void changeLogos(Page page) {
        Locator upload = page.locator("vaadin-upload");
        Locator notices = page.getByText("Das Logo ist geändert.");
        upload.evaluate(DROPPED_TWO, Base64.getEncoder().encodeToString(picture(Color.RED)));
        assertThat(page.locator("vaadin-notification-card").getByText("Es geht nur ein Bild"))
                .isVisible();
        assertThat(notices).hasCount(1);
        Locator shown = page.locator(".settings-page .logo");
        String red = shown.getAttribute("src");
        byte[] before = bytesOf(shown);
        upload.locator("input[type=file]")
                .setInputFiles(new FilePayload("blau.png", "image/png", picture(Color.BLUE)));
        assertThat(shown).not().hasAttribute("src", red);
        assertThat(notices).hasCount(1);
        String blue = shown.getAttribute("src");
        assertThat(bytesOf(shown)).isNotEqualTo(before);
        page.getByRole(AriaRole.BUTTON, named("Rückgängig")).click();
        assertThat(shown).not().hasAttribute("src", blue);
        assertThat(bytesOf(shown)).isEqualTo(before);
    }

    private static byte[] bytesOf(Locator picture) {
        return picture.page().request().get((String) picture.evaluate("({src}) => src")).body();
    }

    private static byte[] picture(Color colour) {
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(4, 4, colour.getRGB());
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file.toByteArray();
    }

    /// The first administrator takes somebody in.
    ///
    /// @return the password to hand over
    private static String takeIn(Page page, Workspace workspace, String email) {
        inspectAssociation(page, workspace);
        page.navigate(workspace.address() + "/mitglieder");
        page.locator(".page-head vaadin-button").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).nth(0).fill("Finn Okoro");
        dialog.getByRole(AriaRole.TEXTBOX).nth(1).fill(email);
        page.keyboard().press("Enter");
        String password = page.locator(".shown-once code").textContent();
        assertThat(page.locator(".table")).containsText("Finn Okoro");
        return password;
    }

    /// Whoever changes the password stays logged in here, and nowhere else.
    private static void changePassword(Workspace workspace, String email, String password) {
        Page here = Browsers.narrow(ColorScheme.LIGHT);
        Page elsewhere = Browsers.narrow(ColorScheme.LIGHT);
        Door.logIn(here, workspace.address(), email, password);
        Door.logIn(elsewhere, workspace.address(), email, password);
        here.navigate(workspace.address() + "/konto");
        Locator fields = here.locator("vaadin-password-field input");
        fields.first().fill(password);
        fields.last().fill("lieber dieses hier");
        here.locator("vaadin-password-field ~ vaadin-button").click();
        assertThat(here.locator("vaadin-notification-card")).isVisible();
        here.reload();
        assertThat(here).hasURL(Pattern.compile(".*/konto"));
        assertThat(elsewhere).hasURL(Pattern.compile(".*/anmelden.*"));
    }

    private static String printedAddress(Workspace workspace) {
        assertThat(workspace.program().errors()).isEmpty();
        assertThat(workspace.program().output())
                .hasSize(2)
                .first()
                .isEqualTo("Rotfaden is open: " + workspace.address());
        String sentence = "Create the first administrator: ";
        assertThat(workspace.program().output().getLast())
                .matches(sentence + "http://localhost:\\d+/einrichten\\?schluessel=[\\w-]{22}");
        return workspace.program().output().getLast().substring(sentence.length());
    }
}
