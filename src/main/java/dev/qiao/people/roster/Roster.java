package dev.qiao.people.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Who is on duty in a team, as a pure function of its layers and of what stands in their place.
 *
 * @param wanted the hours in which somebody must be there, planned or not
 * @param covers in the order in which they were made: a later one may replace who stands in by an earlier one
 * @param staff who belongs to the team today; who does not is never there
 */
public record Roster(
        long team,
        ZoneId zone,
        List<Window> wanted,
        List<Layer> layers,
        List<Cover> covers,
        List<Leave> leaves,
        Set<Long> staff) {
    /** Farther than shifts reach. */
    public static final Duration REACH = Duration.ofDays(31);

    public Roster {
        wanted = List.copyOf(wanted);
        layers = List.copyOf(layers);
        covers = List.copyOf(covers);
        leaves = List.copyOf(leaves);
        staff = Set.copyOf(staff);
    }

    /** Who is on duty at this moment, by number. */
    public List<Long> onDuty(Instant at) {
        return posts(at).stream()
                .map(Post::person)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** The shifts between two moments, cut there, in the order of their beginnings; gaps are among them. */
    public List<Shift> shifts(Instant from, Instant to) {
        var shifts = new ArrayList<Shift>();
        var open = new LinkedHashMap<Post, Instant>();
        for (var at : edges(from, to)) {
            var posts = posts(at);
            open.entrySet().removeIf(running -> {
                if (posts.contains(running.getKey())) return false;
                shifts.add(new Shift(running.getValue(), at, running.getKey()));
                return true;
            });
            posts.forEach(post -> open.putIfAbsent(post, at));
        }
        open.forEach((post, since) -> shifts.add(new Shift(since, to, post)));
        shifts.sort((a, b) -> a.from().compareTo(b.from()));
        return shifts;
    }

    /** The shifts that touch this time, from when they began until they end; needs what stands {@link #REACH} before and after it. */
    public List<Shift> whole(Instant from, Instant to) {
        return shifts(from.minus(REACH), to.plus(REACH)).stream()
                .filter(shift -> shift.to().isAfter(from) && shift.from().isBefore(to))
                .toList();
    }

    /** Whether it matters to anybody from then on that this cover is there: the shift it is for may have become another's. */
    public boolean changedBy(Cover cover, Instant from) {
        var others = covers.stream().filter(one -> one.id() != cover.id()).toList();
        var without = new Roster(team, zone, wanted, layers, others, leaves, staff);
        var since = from.isAfter(cover.from()) ? from : cover.from();
        return edges(since, cover.to()).stream().anyMatch(at -> !posts(at).equals(without.posts(at)));
    }

    /** What is filled at this moment, and what should be. */
    public Set<Post> posts(Instant at) {
        var wall = Wall.shown(at, zone);
        var covering = covers.stream().filter(cover -> cover.holds(at)).toList();
        var inForce = layers.stream().filter(layer -> layer.inForce(wall)).toList();
        int highest = inForce.stream().mapToInt(Layer::level).max().orElse(0);
        var posts = new LinkedHashSet<Post>();
        for (var layer : inForce) {
            if (layer.level() != highest) continue;
            layer.turn(wall).stream()
                    .sorted()
                    .map(person -> post(layer.id(), person, covering, at))
                    .forEach(posts::add);
        }
        covering.stream()
                .filter(cover -> cover.instead() == null && present(cover.person(), at))
                .forEach(cover -> posts.add(new Post(null, cover.person(), null)));
        if (posts.isEmpty() && !wanted.isEmpty() && Window.open(wanted, wall)) posts.add(new Post(null, null, null));
        return posts;
    }

    private Post post(long layer, long planned, List<Cover> covering, Instant at) {
        long stands = planned;
        for (var cover : covering) {
            if (Objects.equals(cover.instead(), stands)) stands = cover.person();
        }
        if (!present(stands, at)) return new Post(layer, null, stands);
        return new Post(layer, stands, stands == planned ? null : planned);
    }

    private boolean present(long person, Instant at) {
        return staff.contains(person)
                && leaves.stream().noneMatch(leave -> leave.person() == person && leave.holds(at));
    }

    /** The first moment, and every later one at which something may change. */
    private Set<Instant> edges(Instant from, Instant to) {
        var edges = new TreeSet<Instant>();
        if (!from.isBefore(to)) return edges;
        Consumer<Instant> edge = at -> {
            if (at.isAfter(from) && at.isBefore(to)) edges.add(at);
        };
        edges.add(from);
        Consumer<LocalDateTime> wall = time -> edge.accept(Wall.at(time, zone));
        var first = LocalDateTime.ofInstant(from, zone).minusDays(1);
        var last = LocalDateTime.ofInstant(to, zone).plusDays(1);
        layers.forEach(layer -> layer.edges(first, last, wall));
        Layer.edges(wanted, first, last, wall);
        covers.forEach(cover -> {
            edge.accept(cover.from());
            edge.accept(cover.to());
        });
        leaves.forEach(leave -> {
            edge.accept(leave.from());
            edge.accept(leave.to());
        });
        return edges;
    }
}
