package org.rotfaden.web;

import org.springframework.http.HttpStatus;

/// A request comes with an [IdempotencyKey] by which it is not answered.
final class KeyRefused extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    private KeyRefused(HttpStatus status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    /// It cannot be read, or is too short or too long.
    static KeyRefused invalid() {
        return new KeyRefused(HttpStatus.BAD_REQUEST, "INVALID_IDEMPOTENCY_KEY");
    }

    /// The first request with this key is still being answered.
    static KeyRefused inUse() {
        return new KeyRefused(HttpStatus.CONFLICT, "IDEMPOTENCY_KEY_IN_USE");
    }

    /// The first request with this key asked for something else.
    static KeyRefused reused() {
        return new KeyRefused(HttpStatus.UNPROCESSABLE_CONTENT, "IDEMPOTENCY_KEY_REUSED");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
