package org.rotfaden.ui.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.rotfaden.web.OutageFilter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/// What somebody reads who opens a page while the database is gone. It needs nothing that could be
/// gone too, and looks by itself whether things are well again.
final class OutagePage implements OutageFilter.Words {

    private final byte[] page;

    OutagePage() throws IOException {
        page = new ClassPathResource("META-INF/resources/error/503.html").getContentAsByteArray();
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals(HttpMethod.GET.name())) {
            response.setHeader("Refresh", OutageFilter.RETRY_AFTER);
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(page);
    }
}
