package org.rotfaden.organisation.memberships.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.http.Me;
import org.rotfaden.organisation.memberships.HomeMove;
import org.rotfaden.organisation.memberships.HomeMoveId;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
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
            HomeMoveId id,
            MemberId memberId,
            UnitId fromUnitId,
            UnitId toUnitId,
            LocalDate askedOn,
            HomeMove.State state,
            @Nullable LocalDate decidedOn) {
        static MoveResource of(HomeMove move) {
            return new MoveResource(
                    move.id(),
                    move.member(),
                    move.from(),
                    move.to(),
                    move.askedOn(),
                    move.state(),
                    move.decidedOn());
        }
    }

    /// @param member whoever asks, when nobody else is named
    record NewMove(Optional<MemberId> member, UnitId to) {}

    private final HomeMoves moves;
    private final Units units;

    HomeMovesController(HomeMoves moves, Units units) {
        this.moves = moves;
        this.units = units;
    }

    @AlsoForFormerMembers
    @Operation(summary = "One's own move that was not decided yet, if there is one")
    @GetMapping("/members/me/home-moves")
    List<MoveResource> mine(@Me MemberId me) {
        return moves.openOf(me).stream().map(MoveResource::of).toList();
    }

    @Operation(summary = "Moves to and from a unit, for those who administer its members")
    @GetMapping("/units/{id}/home-moves")
    List<MoveResource> around(@Me MemberId me, @PathVariable UnitId id) {
        return moves.around(me, units.get(id).id()).stream().map(MoveResource::of).toList();
    }

    @Operation(summary = "Asks for another home unit, for oneself or a member one administers")
    @PostMapping("/home-moves")
    @ResponseStatus(HttpStatus.CREATED)
    MoveResource ask(@Me MemberId me, @RequestBody NewMove request) {
        return MoveResource.of(moves.ask(me, request.member().orElse(me), request.to()));
    }

    @Operation(summary = "Takes the member in, for those who administer the new unit's members")
    @PostMapping("/home-moves/{id}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@Me MemberId me, @PathVariable HomeMoveId id) {
        moves.accept(me, id);
    }

    @Operation(summary = "Declines, for those who administer the new unit's members")
    @PostMapping("/home-moves/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decline(@Me MemberId me, @PathVariable HomeMoveId id) {
        moves.decline(me, id);
    }

    @Operation(summary = "Takes back that one asked")
    @PostMapping("/home-moves/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@Me MemberId me, @PathVariable HomeMoveId id) {
        moves.withdraw(me, id);
    }
}
