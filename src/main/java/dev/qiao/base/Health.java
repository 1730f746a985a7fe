package dev.qiao.base;

import java.util.Map;

/** One thing that is said about the desk's own health, open to everybody on {@code /health} and {@code /metrics}: reveals no secret. */
public interface Health {
    /** Only {@link #DOWN} keeps visitors away. */
    enum State implements Coded {
        WELL,
        WORRYING,
        DOWN
    }

    /**
     * What one part says of itself.
     *
     * @param code by which pages find its words in the reader's language: {@code admin.finding.<name>.<code>}
     * @param words what it is, in one plain sentence, for machines that watch
     * @param about what the words tell of, such as who holds somebody up; empty: nothing
     * @param figures such as {@code horizon_age_seconds}; on {@code /metrics} as {@code qiao_<name>_<figure>}
     */
    record Finding(State state, String code, String words, String about, Map<String, Double> figures) {
        public static Finding well(String code, String words) {
            return new Finding(State.WELL, code, words, "", Map.of());
        }

        public static Finding worrying(String code, String words) {
            return new Finding(State.WORRYING, code, words, "", Map.of());
        }

        public static Finding down(String code, String words) {
            return new Finding(State.DOWN, code, words, "", Map.of());
        }

        public Finding of(String whom) {
            return new Finding(state, code, words, whom, figures);
        }

        public Finding with(Map<String, Double> figures) {
            return new Finding(state, code, words, about, figures);
        }
    }

    /** A stable name such as {@code journal}. */
    String name();

    Finding look();
}
