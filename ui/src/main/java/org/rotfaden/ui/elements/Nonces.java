package org.rotfaden.ui.elements;

import java.security.SecureRandom;
import java.util.Base64;

/// Numbers used once, by which a page's policy knows the scripts and styles that are its own.
public final class Nonces {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonces() {}

    /// 128 bits as Base64.
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
