package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.rotfaden.association.Logo;
import org.rotfaden.security.BrokenRule;

/// A field into which a picture is put.
public final class LogoField extends Div {

    private final Div trouble = new Div();
    private final Upload upload;

    /// @param chosen what to do with the picture; a broken rule is said here
    public LogoField(Consumer<Logo> chosen) {
        upload = new Upload((UploadHandler) sent -> take(sent, chosen));
        upload.setAcceptedMimeTypes("image/png", "image/jpeg");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Logo.LARGEST);
        upload.setUploadButton(new Act(getTranslation("logo.choose")));
        upload.setI18n(words());
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        upload.addFileRejectedListener(refused -> refuse(refused.getErrorMessage()));
        addClassName("logo-field");
        add(upload, trouble);
    }

    /// Never reads more than a logo may have, whatever the browser let through.
    private void take(UploadEvent sent, Consumer<Logo> chosen) throws IOException {
        byte[] file;
        try (InputStream content = sent.getInputStream()) {
            file = content.readNBytes(Logo.LARGEST + 1);
        }
        String type = sent.getContentType();
        var _ = sent.getUI().access(() -> choose(type, file, chosen));
    }

    private void choose(String type, byte[] file, Consumer<Logo> chosen) {
        trouble.removeAll();
        try {
            chosen.accept(Logo.of(type, file));
        } catch (BrokenRule broken) {
            say(getTranslation("problem." + broken.code()));
        }
    }

    /// Where there were several, the first one is on its way; what is said of it comes here.
    private void refuse(String why) {
        if (why.equals(getTranslation("logo.only-one"))) {
            Notification.show(why);
        } else {
            say(why);
        }
    }

    private void say(String sentence) {
        trouble.removeAll();
        trouble.add(new Trouble(null, sentence));
    }

    private UploadI18N words() {
        String failed = getTranslation("logo.failed");
        String noLogo = getTranslation("problem.INVALID_LOGO");
        return new UploadI18N()
                .setDropFiles(
                        new UploadI18N.DropFiles()
                                .setOne(getTranslation("logo.drop"))
                                .setMany(getTranslation("logo.drop")))
                .setAddFiles(
                        new UploadI18N.AddFiles()
                                .setOne(getTranslation("logo.choose"))
                                .setMany(getTranslation("logo.choose")))
                .setError(
                        new UploadI18N.Error()
                                .setTooManyFiles(getTranslation("logo.only-one"))
                                .setFileIsTooBig(noLogo)
                                .setIncorrectFileType(noLogo))
                .setUploading(
                        new UploadI18N.Uploading()
                                .setRemainingTime(
                                        new UploadI18N.Uploading.RemainingTime()
                                                .setPrefix(getTranslation("logo.remaining") + " ")
                                                .setUnknown(getTranslation("logo.sending")))
                                .setStatus(
                                        new UploadI18N.Uploading.Status()
                                                .setConnecting(getTranslation("logo.sending"))
                                                .setStalled(getTranslation("logo.sending"))
                                                .setProcessing(getTranslation("logo.sending"))
                                                .setHeld(getTranslation("logo.sending")))
                                .setError(
                                        new UploadI18N.Uploading.Error()
                                                .setServerUnavailable(failed)
                                                .setUnexpectedServerError(failed)
                                                .setForbidden(failed)
                                                .setFileTooLarge(noLogo)))
                .setFile(
                        new UploadI18N.File()
                                .setRemove(getTranslation("logo.remove"))
                                .setRetry(getTranslation("logo.retry"))
                                .setStart(getTranslation("logo.choose")));
    }
}
