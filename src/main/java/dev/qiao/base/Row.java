package dev.qiao.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row being read. Methods without {@code OrNull} insist on a value. */
public final class Row {
    private final ResultSet row;

    Row(ResultSet row) {
        this.row = row;
    }

    public long number(String column) {
        return must(column, numberOrNull(column));
    }

    public @Nullable Long numberOrNull(String column) {
        return get(column, Long.class);
    }

    public int integer(String column) {
        return must(column, integerOrNull(column));
    }

    public @Nullable Integer integerOrNull(String column) {
        return get(column, Integer.class);
    }

    public double decimal(String column) {
        return must(column, get(column, Double.class));
    }

    public @Nullable Double decimalOrNull(String column) {
        return get(column, Double.class);
    }

    public boolean yes(String column) {
        return must(column, get(column, Boolean.class));
    }

    public @Nullable Boolean yesOrNull(String column) {
        return get(column, Boolean.class);
    }

    public String text(String column) {
        return must(column, textOrNull(column));
    }

    public @Nullable String textOrNull(String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(column, e);
        }
    }

    public byte[] bytes(String column) {
        try {
            return must(column, row.getBytes(column));
        } catch (SQLException e) {
            throw new IllegalStateException(column, e);
        }
    }

    public byte @Nullable [] bytesOrNull(String column) {
        return get(column, byte[].class);
    }

    public UUID uuid(String column) {
        return must(column, get(column, UUID.class));
    }

    public Instant instant(String column) {
        return must(column, instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(String column) {
        var at = get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public LocalDate date(String column) {
        return must(column, get(column, LocalDate.class));
    }

    public <E extends Enum<E> & Coded> E word(String column, Class<E> type) {
        return Coded.of(type, column, text(column));
    }

    public <E extends Enum<E> & Coded> @Nullable E wordOrNull(String column, Class<E> type) {
        var code = textOrNull(column);
        return code == null ? null : Coded.of(type, column, code);
    }

    public Json json(String column) {
        return new Json(text(column));
    }

    public @Nullable Json jsonOrNull(String column) {
        var text = textOrNull(column);
        return text == null ? null : new Json(text);
    }

    public List<String> texts(String column) {
        return Arrays.stream(array(column)).map(String.class::cast).toList();
    }

    public List<Long> numbers(String column) {
        return Arrays.stream(array(column)).map(Long.class::cast).toList();
    }

    private Object[] array(String column) {
        try {
            var array = row.getArray(column);
            return array == null ? new Object[0] : (Object[]) array.getArray();
        } catch (SQLException e) {
            throw new IllegalStateException(column, e);
        }
    }

    private <T> @Nullable T get(String column, Class<T> type) {
        try {
            return row.getObject(column, type);
        } catch (SQLException e) {
            throw new IllegalStateException(column, e);
        }
    }

    private static <T> T must(String column, @Nullable T value) {
        if (value == null) throw new IllegalStateException("no value in " + column);
        return value;
    }
}
