package org.rotfaden.organisation.directory;

import java.util.List;
import java.util.UUID;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Finds people by their names.
@Service
public class Directory {

    private final JdbcClient jdbc;
    private final Members members;
    private final Permissions permissions;

    Directory(JdbcClient jdbc, Members members, Permissions permissions) {
        this.jdbc = jdbc;
        this.members = members;
        this.permissions = permissions;
    }

    /// People with these words in their names whom the reader may see.
    public List<Member> people(MemberId by, String words, int most) {
        return jdbc
                .sql(
                        """
                        select id from member where position(lower(?) in lower(name)) > 0
                        order by lower(name), id
                        """)
                .param(words.strip())
                .query((row, _) -> new MemberId(row.getObject("id", UUID.class)))
                .stream()
                .filter(member -> maySee(by, member))
                .limit(most)
                .map(members::get)
                .toList();
    }

    public boolean maySee(MemberId by, MemberId whom) {
        return by.equals(whom)
                || permissions.allows(by, Permission.SEE_MEMBERS, Members.subjectOf(whom));
    }
}
