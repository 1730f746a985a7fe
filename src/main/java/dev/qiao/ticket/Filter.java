package dev.qiao.ticket;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list is to show. Empty sets and nulls ask for nothing.
 *
 * @param words what somebody typed to find them
 * @param assignee 0: nobody
 */
public record Filter(
        View view,
        @Nullable String words,
        Set<Stage.Name> stages,
        Set<Priority> priorities,
        Set<Kind> kinds,
        @Nullable Long team,
        @Nullable Long assignee,
        @Nullable Long requester,
        @Nullable Long service,
        @Nullable Long organization,
        @Nullable Long category) {

    public static Filter of(View view) {
        return new Filter(view, null, Set.of(), Set.of(), Set.of(), null, null, null, null, null, null);
    }

    public Filter words(@Nullable String typed) {
        return new Filter(
                view, typed, stages, priorities, kinds, team, assignee, requester, service, organization, category);
    }

    public Filter team(@Nullable Long other) {
        return new Filter(
                view, words, stages, priorities, kinds, other, assignee, requester, service, organization, category);
    }

    public Filter stages(Stage.Name... wanted) {
        return new Filter(
                view,
                words,
                Set.of(wanted),
                priorities,
                kinds,
                team,
                assignee,
                requester,
                service,
                organization,
                category);
    }

    /** Only work that is still owed: such a list is in the order of promises. */
    public boolean open() {
        var wanted = stages.isEmpty() ? view.stages() : stages;
        return !wanted.isEmpty()
                && Set.of(Stage.Name.WAITING, Stage.Name.WORKING, Stage.Name.ON_HOLD)
                        .containsAll(wanted);
    }
}
