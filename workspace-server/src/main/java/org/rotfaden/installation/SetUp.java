package org.rotfaden.installation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.association.Logo;
import org.rotfaden.association.Name;
import org.rotfaden.members.Email;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.units.NewTree;
import org.rotfaden.organisation.units.NewUnit;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.Trees;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sets an empty workspace up: with an association of one's own, or with the sample.
@Service
public class SetUp {

    /// Who sets up and administers from then on.
    public record FirstAdministrator(String name, Email email, String password) {}

    /// The first units: a tree with one at the top and some right below it.
    public record FirstUnits(NewTree tree, Name top, List<Name> below) {

        public FirstUnits {
            below = List.copyOf(below);
        }
    }

    private final Members members;
    private final Associations associations;
    private final Trees trees;
    private final Units units;
    private final SampleAssociation sample;

    SetUp(
            Members members,
            Associations associations,
            Trees trees,
            Units units,
            SampleAssociation sample) {
        this.members = members;
        this.associations = associations;
        this.trees = trees;
        this.units = units;
        this.sample = sample;
    }

    /// Founds the association with its first administrator, all or nothing. Whoever offers it has
    /// seen to it that only who runs the server gets here.
    ///
    /// @throws org.rotfaden.members.AlreadySetUp when somebody was quicker
    @Transactional
    public void create(
            AssociationSettings settings,
            @Nullable Logo logo,
            Optional<FirstUnits> first,
            FirstAdministrator administrator) {
        MemberId by =
                members.registerFirstAdministrator(
                                administrator.name(),
                                administrator.email(),
                                administrator.password())
                        .id();
        associations.found(settings);
        if (logo != null) {
            associations.changeLogo(by, logo);
        }
        first.ifPresent(some -> found(by, some));
    }

    /// Loads the sample association. From then on this workspace is a demonstration.
    ///
    /// @throws org.rotfaden.members.AlreadySetUp when somebody was quicker
    public void loadSample() {
        sample.fill();
    }

    /// Whether everybody knows the passwords here.
    public boolean isDemonstration() {
        return sample.isLoaded();
    }

    private void found(MemberId by, FirstUnits first) {
        TreeId tree = trees.make(by, first.tree()).id();
        UnitId top = units.found(by, new NewUnit(tree, null, 1, first.top(), null)).id();
        int below = Math.min(2, first.tree().levels().size());
        first.below().forEach(name -> units.found(by, new NewUnit(tree, top, below, name, null)));
    }
}
