package org.rotfaden.ui.units;

import java.util.Collection;
import java.util.Map;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.Followings;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.memberships.RuleEffects;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Trees;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.organisation.units.UnitTies;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.PersonPicker;
import org.springframework.stereotype.Component;

/// What the pages of units need to show units and to change them.
@Component
record UnitsAtWork(
        Units units,
        UnitReforms reforms,
        UnitTies ties,
        Trees trees,
        Rules rules,
        RuleEffects ruleEffects,
        Memberships memberships,
        MembershipCorrections corrections,
        HomeMoves moves,
        Followings followings,
        Bodies bodies,
        Offices offices,
        WorkingGroups groups,
        Members members,
        Directory directory,
        Permissions permissions,
        Today calendar) {

    Structure structure() {
        return units.structure();
    }

    Map<MemberId, Member> people(Collection<MemberId> some) {
        return members.some(some);
    }

    /// Where a reader finds people by name.
    PersonPicker.People inSightOf(MemberId reader) {
        return (words, most) -> directory.people(reader, words, most);
    }

    /// Some people, as far as a reader may know of them.
    Map<MemberId, Member> inSightOf(MemberId reader, Collection<MemberId> some) {
        return members.some(directory.visible(reader, some));
    }

    boolean allows(MemberId reader, Permission permission, UnitId unit) {
        return permissions.allows(reader, permission, unit.subject());
    }

    boolean administersAbove(MemberId reader, Unit unit) {
        return permissions.allows(reader, Permission.ADMINISTER, unit.placeAbove());
    }
}
