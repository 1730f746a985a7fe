package dev.qiao.ticket.shift.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Teams;
import dev.qiao.ticket.shift.ShiftNote;
import dev.qiao.ticket.shift.ShiftNotes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What shifts leave to each other. */
@Needs(Permission.TICKET_WORK)
@RestController
@RequestMapping("/api/v1/teams/{code}/shift-notes")
class ShiftApi {
    record NewNote(@Nullable String words) {}

    /** @param takenBy null: nobody yet */
    record NoteShown(
            long id,
            String words,
            @Nullable Ref writtenBy,
            Instant writtenAt,
            int open,
            int risky,
            @Nullable Ref takenBy,
            @Nullable Instant takenAt) {}

    private final ShiftNotes notes;
    private final Teams teams;
    private final People people;
    private final InstantSource clock;

    ShiftApi(ShiftNotes notes, Teams teams, People people, InstantSource clock) {
        this.notes = notes;
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    /** The newest first. */
    @GetMapping
    Slice<NoteShown> index(@PathVariable String code, Paging paging, Me me) {
        return paging.of(notes.history(team(code), me).stream().map(this::shown).toList(), "shift_notes");
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NoteShown create(@PathVariable String code, @RequestBody NewNote body, Me me) {
        var note = notes.write(team(code), Objects.requireNonNullElse(body.words(), ""), me, clock.instant());
        return shown(note);
    }

    /** Takes it over. */
    @PostMapping("/{id}/taking")
    NoteShown update(@PathVariable String code, @PathVariable long id, Me me) {
        return shown(notes.take(team(code), id, me, clock.instant()));
    }

    private NoteShown shown(ShiftNote note) {
        var known = people.of(
                note.takenBy() == null ? List.of(note.writtenBy()) : List.of(note.writtenBy(), note.takenBy()));
        return new NoteShown(
                note.id(),
                note.words(),
                ref(known, note.writtenBy()),
                note.writtenAt(),
                note.matters().open().size(),
                note.matters().risky().size(),
                ref(known, note.takenBy()),
                note.takenAt());
    }

    private static @Nullable Ref ref(Map<Long, Person> known, @Nullable Long id) {
        var person = id == null ? null : known.get(id);
        return person == null ? null : new Ref(person.code(), person.name());
    }

    private long team(String code) {
        return teams.byCode(code)
                .orElseThrow(() -> Refused.notFound("people.no_team"))
                .id();
    }
}
