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
    private final ExplicitGrants grants;

    SampleMembers(Members members, ExplicitGrants grants) {
        this.members = members;
        this.grants = grants;
    }

    /// Makes them all.
    ///
    /// @return those who may write, an administrator first
    public List<Member> register() {
        Member anna = register("Anna Lindqvist", "anna", Right.WRITE);
        grants.giveFirst(anna.id());
        Member bekir = register("Bekir Aydemir", "bekir", Right.WRITE);
        register("Clara Vogt", "clara", Right.READ);
        Member dilek = register("Dilek Sarıkaya", "dilek", Right.WRITE);
        Member emil = register("Emil Brandtner", "emil", Right.WRITE);
        return List.of(anna, bekir, dilek, emil);
    }

    private Member register(String name, String mailbox, Right right) {
        return members.registerSample(
                new NewMember(name, new Email(address(mailbox)), right), PASSWORD);
    }

    private static String address(String mailbox) {
        return mailbox + "@example.org";
    }
}
