-- A swap ends in both directions at once, and says so.
alter table people.swap drop constraint swap_state_check;
alter table people.swap add constraint swap_state_check
    check (state in ('asked', 'accepted', 'refused', 'withdrawn', 'called_off'));

-- Of which nothing is left already, because both halves were taken back.
update people.swap s set state = 'called_off'
 where s.state = 'accepted'
   and exists (select from people.cover c where c.swap_id = s.id)
   and not exists (select from people.cover c where c.swap_id = s.id and c.removed_at is null);
