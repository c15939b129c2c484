package org.rotfaden.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rotfaden.http.LargestBody;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Pace;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/// Asks whether somebody may do something before the body is read, and how much of it may be read.
/// Whoever changes more than hands could is slowed down.
@Configuration
class RightsBeforeBodies implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> ONLY_READING = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentMember currentMember;
    private final Permissions permissions;
    private final Pace pace;

    RightsBeforeBodies(CurrentMember currentMember, Permissions permissions, Pace pace) {
        this.currentMember = currentMember;
        this.permissions = permissions;
        this.pace = pace;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Optional.ofNullable(method.getMethodAnnotation(AskedFirst.class))
                    .ifPresent(first -> ask(first, request));
            Optional.ofNullable(method.getMethodAnnotation(LargestBody.class))
                    .ifPresent(largest -> bound(request, largest.value()));
            if (!ONLY_READING.contains(request.getMethod())) {
                currentMember.find().ifPresent(by -> pace.change(by.member()));
            }
        }
        return true;
    }

    /// What there is not is found missing later.
    private void ask(AskedFirst first, HttpServletRequest request) {
        subject(first.of(), request)
                .filter(subject -> permissions.scopeOf(subject).isPresent())
                .ifPresent(subject ->
                        permissions
                                .decide(currentMember.get().member(), first.value(), subject)
                                .orRefuse());
    }

    private static Optional<Subject> subject(String type, HttpServletRequest request) {
        if (type.isEmpty()) {
            return Optional.of(Subject.ASSOCIATION);
        }
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) {
            try {
                return Optional.of(new Subject(type, UUID.fromString(id)));
            } catch (IllegalArgumentException noId) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static void bound(HttpServletRequest request, int most) {
        BoundedBody body = WebUtils.getNativeRequest(request, BoundedBody.class);
        if (body != null) {
            body.takeAtMost(most);
        }
    }
}
