package org.rotfaden.organisation.units.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.IntStream;
import org.rotfaden.association.Name;
import org.rotfaden.http.Me;
import org.rotfaden.organisation.units.NewTree;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.Trees;
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.organisation.units.UnitTree;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.MemberId;
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

    record TreeResource(TreeId id, String name, String slug, List<Level> levels) {
        static TreeResource of(UnitTree tree) {
            return new TreeResource(
                    tree.id(),
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

    TreesController(Trees trees, Structures structures) {
        this.trees = trees;
        this.structures = structures;
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
    TreeResource make(@Me MemberId me, @RequestBody NewTreeRequest request) {
        return TreeResource.of(trees.make(me, request.tree()));
    }
}
