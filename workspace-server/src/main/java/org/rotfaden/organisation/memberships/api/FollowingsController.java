package org.rotfaden.organisation.memberships.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.rotfaden.http.Me;
import org.rotfaden.organisation.memberships.Followings;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The units that one follows.
@RestController
@Tag(name = "Memberships")
@RequestMapping("/api/members/me/followings")
class FollowingsController {

    private final Followings followings;

    FollowingsController(Followings followings) {
        this.followings = followings;
    }

    @Operation(summary = "The units that one follows")
    @GetMapping
    List<UnitId> list(@Me MemberId me) {
        return followings.of(me);
    }

    @Operation(summary = "Follows a unit")
    @PutMapping("/{unit}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void follow(@Me MemberId me, @PathVariable UnitId unit) {
        followings.follow(me, unit);
    }

    @Operation(summary = "Follows a unit no longer")
    @DeleteMapping("/{unit}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unfollow(@Me MemberId me, @PathVariable UnitId unit) {
        followings.unfollow(me, unit);
    }
}
