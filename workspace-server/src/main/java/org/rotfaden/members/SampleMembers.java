package org.rotfaden.members;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The members of the sample association; their password is known to everybody.
@Component
public class SampleMembers {

    public static final String PASSWORD = "rotfaden";

    /// With these one can look at the workspace through different eyes.
    public static final List<String> ADDRESSES =
            Stream.of("anna", "bekir", "clara", "dilek", "emil")
                    .map(SampleMembers::address)
                    .toList();

    private final Members members;

    SampleMembers(Members members) {
        this.members = members;
    }

    /// Makes them all.
    ///
    /// @return those who may write, an administrator first
    public List<Member> register() {
        Member anna = register("Anna Lindqvist", "anna", Right.WRITE, true);
        Member bekir = register("Bekir Aydemir", "bekir", Right.WRITE, false);
        register("Clara Vogt", "clara", Right.READ, false);
        Member dilek = register("Dilek Sarıkaya", "dilek", Right.WRITE, false);
        Member emil = register("Emil Brandtner", "emil", Right.WRITE, false);
        return List.of(anna, bekir, dilek, emil);
    }

    private Member register(String name, String mailbox, Right right, boolean administrator) {
        return members.registerSample(
                new NewMember(name, new Email(address(mailbox)), right, administrator), PASSWORD);
    }

    private static String address(String mailbox) {
        return mailbox + "@example.org";
    }
}
