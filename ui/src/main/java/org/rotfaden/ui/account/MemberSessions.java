package org.rotfaden.ui.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.SignedIn;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// The sessions of members, of whom each has a bounded number: the one that was used longest ago
/// ends. When they are used, its pages say that they are no longer connected, or load again where
/// nothing is lost by that, and the remembered log-in lets them in.
@Component
class MemberSessions extends HttpSessionSecurityContextRepository {

    /// So many browsers of one member work at the same time. Tabs of one browser share a session.
    static final int MOST = 20;

    private static final String LISTED = MemberSessions.class.getName();

    private final ConcurrentHashMap<MemberId, List<Listed>> open = new ConcurrentHashMap<>();

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        super.saveContext(context, request, response);
        HttpSession session = request.getSession(false);
        if (session != null
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedIn(var member, _, _)
                && session.getAttribute(LISTED) == null) {
            session.setAttribute(LISTED, new Listed(member, session));
        }
    }

    private void list(Listed added) {
        List<Listed> all =
                open.merge(
                        added.member,
                        List.of(added),
                        (before, one) -> Stream.concat(before.stream(), one.stream()).toList());
        all.stream()
                .sorted(Comparator.comparingLong(Listed::lastUsed))
                .limit(Math.max(0, all.size() - MOST))
                .forEach(Listed::end);
    }

    private void strikeOff(Listed ended) {
        open.computeIfPresent(
                ended.member,
                (_, before) -> {
                    List<Listed> left = before.stream().filter(one -> one != ended).toList();
                    return left.isEmpty() ? null : left;
                });
    }

    /// In the list for as long as the session lasts.
    private final class Listed implements HttpSessionBindingListener {

        private final MemberId member;
        private final HttpSession session;

        Listed(MemberId member, HttpSession session) {
            this.member = member;
            this.session = session;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent bound) {
            list(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent unbound) {
            strikeOff(this);
        }

        /// In milliseconds since 1970; 0 when it has just ended.
        long lastUsed() {
            try {
                return session.getLastAccessedTime();
            } catch (IllegalStateException ended) {
                return 0;
            }
        }

        void end() {
            try {
                session.invalidate();
            } catch (IllegalStateException ended) {
                // somebody was quicker
            }
        }
    }
}
