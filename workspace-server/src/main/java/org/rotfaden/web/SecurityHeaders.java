package org.rotfaden.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The headers that tell browsers what they need not allow.
public final class SecurityHeaders {

    private SecurityHeaders() {}

    /// For everything that writes no policy of its own: nothing but what comes from here.
    public static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy ->
                policy.policyDirectives(
                        "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors"
                                + " 'none'"));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(permissions ->
                permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
        headers.frameOptions(frames -> frames.deny());
    }
}
