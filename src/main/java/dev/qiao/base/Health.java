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
     * @param words what it is, in one plain sentence
     * @param figures such as {@code horizon_age_seconds}; on {@code /metrics} as {@code qiao_<name>_<figure>}
     */
    record Finding(State state, String words, Map<String, Double> figures) {
        public static Finding well(String words) {
            return new Finding(State.WELL, words, Map.of());
        }

        public static Finding worrying(String words) {
            return new Finding(State.WORRYING, words, Map.of());
        }

        public Finding with(Map<String, Double> figures) {
            return new Finding(state, words, figures);
        }
    }

    /** A stable name such as {@code journal}. */
    String name();

    Finding look();
}
