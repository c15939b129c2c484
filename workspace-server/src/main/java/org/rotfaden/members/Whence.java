package org.rotfaden.members;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/// Where a log-in is tried from.
///
/// @param network an address of IPv4, or the first 48 bits of one of IPv6, which is as much as one
///   household or hall is given
/// @param browser what the browser got when somebody logged in there before
public record Whence(String network, Optional<Secret> browser) {

    /// The cookie in which a browser keeps what it is known by.
    static final BrowserCookie BROWSER = new BrowserCookie("rotfaden-browser");

    private static final int BYTES_OF_A_SITE = 6;

    public static Whence of(HttpServletRequest request) {
        return new Whence(network(request.getRemoteAddr()), BROWSER.in(request).map(Secret::new));
    }

    /// What stands for everybody behind an address.
    public static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), BYTES_OF_A_SITE))
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
