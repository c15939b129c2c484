package org.rotfaden.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SignedIn;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Closes the addresses for machines to whoever has left the association, before anything is looked
/// up there, unless they are [AlsoForFormerMembers].
@Configuration
class AddressesAfterLeaving implements WebMvcConfigurer, HandlerInterceptor {

    private final Permissions permissions;
    private final CurrentMember currentMember;

    AddressesAfterLeaving(Permissions permissions, CurrentMember currentMember) {
        this.permissions = permissions;
        this.currentMember = currentMember;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(this)
                .addPathPatterns("/api/**")
                .excludePathPatterns(ApiSecurity.OPEN_TO_ALL);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !isOpen(method)) {
            currentMember.find().map(SignedIn::member).ifPresent(permissions::expectNotLeft);
        }
        return true;
    }

    private static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(AlsoForFormerMembers.class)
                || AnnotatedElementUtils.hasAnnotation(
                        method.getBeanType(), AlsoForFormerMembers.class);
    }
}
