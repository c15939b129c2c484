package org.rotfaden.organisation.units.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rotfaden.association.Name;
import org.rotfaden.organisation.units.NewTree;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.Trees;
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.organisation.units.UnitTree;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Permission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The trees that units stand in.
@RestController
@Tag(name = "Units")
@RequestMapping("/api/trees")
class TreesController {

    record Level(int level, String name, String plural) {}

    record TreeResource(UUID id, String name, String slug, List<Level> levels) {
        static TreeResource of(UnitTree tree) {
            return new TreeResource(
                    tree.id().value(),
                    tree.name(),
                    tree.slug(),
                    tree.levels().stream()
                            .map(level -> new Level(level.level(), level.name(), level.plural()))
                            .toList());
        }
    }

    record NewLevel(String name, String plural) {}

    /// @param levels from the top down
    record NewTreeRequest(String name, List<NewLevel> levels) {
        NewTree tree() {
            return new NewTree(
                    new Name(name),
                    IntStream.range(0, levels.size())
                            .mapToObj(at ->
                                    new UnitLevel(
                                            at + 1, levels.get(at).name(), levels.get(at).plural()))
                            .toList());
        }
    }

    private final Trees trees;
    private final Structures structures;
    private final CurrentMember currentMember;

    TreesController(Trees trees, Structures structures, CurrentMember currentMember) {
        this.trees = trees;
        this.structures = structures;
        this.currentMember = currentMember;
    }

    @Operation(summary = "The trees, the party's first")
    @GetMapping
    List<TreeResource> list() {
        return structures.current().trees().stream().map(TreeResource::of).toList();
    }

    @AskedFirst(Permission.ADMINISTER)
    @Operation(summary = "Makes a tree without units, for administrators of the association")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TreeResource make(@RequestBody NewTreeRequest request) {
        return TreeResource.of(trees.make(currentMember.get().member(), request.tree()));
    }
}
