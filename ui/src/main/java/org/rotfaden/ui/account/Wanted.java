package org.rotfaden.ui.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;

/// The page that somebody wanted when the door stood in between. It travels in addresses and in the
/// form, so that nobody has to be remembered.
final class Wanted {

    static final String PARAMETER = "ziel";

    private static final int LONGEST = 1_000;

    /// A path of this workspace: what begins with two slashes would be another server.
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private Wanted() {}

    /// What a request to the door names; nothing that leads elsewhere.
    static Optional<String> namedBy(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER)).filter(Wanted::isHere);
    }

    /// The door's address for whoever wanted something else.
    static String door(String door, HttpServletRequest request) {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean isWanted =
                request.getMethod().equals(HttpMethod.GET.name())
                        && isHere(wanted)
                        && wanted.length() > 1;
        return carriedBy(
                UriComponentsBuilder.fromPath(door), Optional.of(wanted).filter(_ -> isWanted));
    }

    /// An address that keeps what somebody wants.
    static String carriedBy(UriComponentsBuilder address, Optional<String> wanted) {
        return address.queryParamIfPresent(PARAMETER, wanted.map(_ -> "{wanted}"))
                .encode()
                .buildAndExpand(wanted.orElse(""))
                .toUriString();
    }

    private static boolean isHere(String path) {
        return path.length() <= LONGEST && HERE.matcher(path).matches();
    }
}
