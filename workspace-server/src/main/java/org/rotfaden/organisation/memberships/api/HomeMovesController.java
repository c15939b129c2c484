package org.rotfaden.organisation.memberships.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.organisation.memberships.HomeMove;
import org.rotfaden.organisation.memberships.HomeMoveId;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Moves to another home unit.
@RestController
@Tag(name = "Memberships")
@RequestMapping("/api")
class HomeMovesController {

    record MoveResource(
            UUID id,
            UUID memberId,
            UUID fromUnitId,
            UUID toUnitId,
            LocalDate askedOn,
            HomeMove.State state,
            @Nullable LocalDate decidedOn) {
        static MoveResource of(HomeMove move) {
            return new MoveResource(
                    move.id().value(),
                    move.member().value(),
                    move.from().value(),
                    move.to().value(),
                    move.askedOn(),
                    move.state(),
                    move.decidedOn());
        }
    }

    /// @param member whoever asks, when nobody else is named
    record NewMove(Optional<UUID> member, UUID to) {}

    private final HomeMoves moves;
    private final Units units;
    private final CurrentMember currentMember;

    HomeMovesController(HomeMoves moves, Units units, CurrentMember currentMember) {
        this.moves = moves;
        this.units = units;
        this.currentMember = currentMember;
    }

    @AlsoForFormerMembers
    @Operation(summary = "One's own move that was not decided yet, if there is one")
    @GetMapping("/members/me/home-moves")
    List<MoveResource> mine() {
        return moves.openOf(me()).stream().map(MoveResource::of).toList();
    }

    @Operation(summary = "Moves to and from a unit, for those who administer its members")
    @GetMapping("/units/{id}/home-moves")
    List<MoveResource> around(@PathVariable UUID id) {
        return moves.around(me(), units.get(new UnitId(id)).id()).stream()
                .map(MoveResource::of)
                .toList();
    }

    @Operation(summary = "Asks for another home unit, for oneself or a member one administers")
    @PostMapping("/home-moves")
    @ResponseStatus(HttpStatus.CREATED)
    MoveResource ask(@RequestBody NewMove request) {
        MemberId member = request.member().map(MemberId::new).orElseGet(this::me);
        return MoveResource.of(moves.ask(me(), member, new UnitId(request.to())));
    }

    @Operation(summary = "Takes the member in, for those who administer the new unit's members")
    @PostMapping("/home-moves/{id}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable UUID id) {
        moves.accept(me(), new HomeMoveId(id));
    }

    @Operation(summary = "Declines, for those who administer the new unit's members")
    @PostMapping("/home-moves/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@PathVariable UUID id) {
        moves.decline(me(), new HomeMoveId(id));
    }

    @Operation(summary = "Takes back that one asked")
    @PostMapping("/home-moves/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id) {
        moves.withdraw(me(), new HomeMoveId(id));
    }

    private MemberId me() {
        return currentMember.get().member();
    }
}
