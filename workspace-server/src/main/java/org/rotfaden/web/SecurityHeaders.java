package org.rotfaden.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The headers that tell browsers what they need not allow.
public final class SecurityHeaders {

    private SecurityHeaders() {}

    /// For everything that is no page: nothing but what comes from here.
    static void strict(HeadersConfigurer<HttpSecurity> headers) {
        withPolicy(
                headers,
                "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'");
    }

    /// For pages with a content security policy of their own.
    public static void withPolicy(
            HeadersConfigurer<HttpSecurity> headers, String contentSecurityPolicy) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy));
        common(headers);
    }

    /// For pages that write their content security policy themselves.
    public static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(permissions ->
                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
        headers.frameOptions(frames -> frames.deny());
    }
}
