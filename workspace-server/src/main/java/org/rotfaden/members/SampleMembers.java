package org.rotfaden.members;

import java.util.List;
import java.util.stream.Stream;

/// How one logs in as somebody of the sample association.
public final class SampleMembers {

    public static final String PASSWORD = "rotfaden";

    /// With these one can look at the workspace through different eyes.
    public static final List<String> ADDRESSES =
            Stream.of("anna", "bekir", "clara", "dilek", "emil")
                    .map(SampleMembers::address)
                    .toList();

    private SampleMembers() {}

    public static String address(String mailbox) {
        return mailbox + "@example.org";
    }
}
