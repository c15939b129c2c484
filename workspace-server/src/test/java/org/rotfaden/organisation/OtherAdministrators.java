package org.rotfaden.organisation;

import java.util.Arrays;
import java.util.UUID;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All who administer the association but some. While they are set aside, what they were given
/// holds nowhere; when they are back, it is as it was.
record OtherAdministrators(JdbcClient jdbc, MemberId... but) {

    private static final String NOWHERE = "nowhere";

    void setAside() {
        move(Subject.ASSOCIATION.type(), NOWHERE);
    }

    void giveBack() {
        move(NOWHERE, Subject.ASSOCIATION.type());
    }

    private void move(String from, String to) {
        jdbc.sql(
                        """
                        update explicit_grant set subject_type = ?
                        where role = 'ADMINISTRATOR' and subject_type = ? and member_id <> all(?)
                        """)
                .param(to)
                .param(from)
                .param(Arrays.stream(but).map(MemberId::value).toArray(UUID[]::new))
                .update();
    }
}
