package org.rotfaden.organisation.memberships;

import java.util.List;
import org.rotfaden.activity.Activities;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The units that members follow. It gives no right and is nobody else's business.
@Service
public class Followings {

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Activities activities;

    Followings(JdbcClient jdbc, Structures structures, Activities activities) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.activities = activities;
    }

    public List<UnitId> of(MemberId member) {
        return jdbc.sql("select unit_id from following where member_id = ?")
                .param(member.value())
                .query(Columns.ids("unit_id", UnitId::new))
                .list();
    }

    /// Who follows a unit, for what is told to all of them.
    ///
    /// @param most how many at the most
    public List<MemberId> followersOf(UnitId unit, int most) {
        return jdbc.sql("select member_id from following where unit_id = ? limit ?")
                .params(unit.value(), most)
                .query(Columns.ids("member_id", MemberId::new))
                .list();
    }

    @Transactional
    public void follow(MemberId member, UnitId unit) {
        structures.hold().getCurrent(unit);
        jdbc.sql("insert into following values (?, ?) on conflict do nothing")
                .params(member.value(), unit.value())
                .update();
        activities.tell(new MembershipEvent.FollowingChanged(member, unit));
    }

    @Transactional
    public void unfollow(MemberId member, UnitId unit) {
        jdbc.sql("delete from following where member_id = ? and unit_id = ?")
                .params(member.value(), unit.value())
                .update();
        activities.tell(new MembershipEvent.FollowingChanged(member, unit));
    }
}
