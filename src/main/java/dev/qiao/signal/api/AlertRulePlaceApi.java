package dev.qiao.signal.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.rule.AlertRules;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a rule stands in the list. */
@Needs(Permission.DESK_CONFIGURE)
@RestController
class AlertRulePlaceApi {
    /** @param place counted from 1; beyond the end it is the last one */
    record Given(@Nullable Integer place) {}

    private final AlertRules rules;
    private final InstantSource clock;

    AlertRulePlaceApi(AlertRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @PutMapping("/api/v1/alert-rules/{id}/place")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void update(@PathVariable long id, @RequestBody Given given, Me me) {
        var place = given.place();
        if (place == null || place < 1) throw Refused.invalid("place", "signal.rule_place");
        rules.place(id, place, me, clock.instant());
    }
}
