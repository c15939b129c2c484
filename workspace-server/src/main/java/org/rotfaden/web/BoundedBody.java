package org.rotfaden.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.rotfaden.http.LargestBody;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// A request of whose body no more is read than its address takes.
final class BoundedBody extends HttpServletRequestWrapper {

    private long most = LargestBody.USUAL;

    BoundedBody(HttpServletRequest request) {
        super(request);
    }

    /// @param most how many bytes
    void takeAtMost(long most) {
        this.most = most;
    }

    /// @throws ErrorResponseException 413, at once when the length is said, else when it is too
    ///   much
    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (getContentLengthLong() > most) {
            throw tooLarge();
        }
        return new Bounded(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static ErrorResponseException tooLarge() {
        return new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE);
    }

    private final class Bounded extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        Bounded(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int given = body.read();
            count(given < 0 ? 0 : 1);
            return given;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int given = body.read(into, from, length);
            count(given);
            return given;
        }

        private void count(int bytes) {
            read += Math.max(0, bytes);
            if (read > most) {
                throw tooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
