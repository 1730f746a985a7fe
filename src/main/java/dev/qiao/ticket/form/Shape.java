package dev.qiao.ticket.form;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field takes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Shape.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Shape.Amount.class, name = "number"),
    @JsonSubTypes.Type(value = Shape.Day.class, name = "date"),
    @JsonSubTypes.Type(value = Shape.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Shape.Choices.class, name = "choices"),
    @JsonSubTypes.Type(value = Shape.Somebody.class, name = "person"),
    @JsonSubTypes.Type(value = Shape.Provided.class, name = "service"),
    @JsonSubTypes.Type(value = Shape.Files.class, name = "file")
})
public sealed interface Shape {
    /** The words for the shapes, in the order in which they are offered. */
    List<String> KINDS = List.of("text", "number", "date", "choice", "choices", "person", "service", "file");

    /** As it is called in definitions. */
    @JsonIgnore
    default String word() {
        return switch (this) {
            case Text _ -> "text";
            case Amount _ -> "number";
            case Day _ -> "date";
            case Choice _ -> "choice";
            case Choices _ -> "choices";
            case Somebody _ -> "person";
            case Provided _ -> "service";
            case Files _ -> "file";
        };
    }

    /** What can be chosen; empty where nothing is. */
    @JsonIgnore
    default List<Option> offers() {
        return switch (this) {
            case Choice choice -> choice.options();
            case Choices choices -> choices.options();
            case Text _, Amount _, Day _, Somebody _, Provided _, Files _ -> List.of();
        };
    }

    /**
     * Words.
     *
     * @param lines several lines, or one
     * @param least how many characters at least
     * @param most how many at most; null: 200 on one line, 5,000 on several
     * @param pattern a regular expression that one line matches as a whole; null: any
     */
    record Text(
            boolean lines,
            @Nullable Integer least,
            @Nullable Integer most,
            @Nullable String pattern) implements Shape {
        /** How many characters at most. */
        public int limit() {
            return most != null ? most : lines ? Definition.LINES : Definition.LINE;
        }
    }

    /**
     * A number.
     *
     * @param places so many digits behind the point at most
     * @param unit what it counts; empty: nothing in particular
     */
    record Amount(
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            int places,
            @Nullable String unit) implements Shape {}

    /**
     * A date.
     *
     * @param from so many days from today at the earliest, -7 is a week ago
     * @param to so many days from today at the latest
     */
    record Day(@Nullable Integer from, @Nullable Integer to) implements Shape {}

    /** One of several. */
    record Choice(List<Option> options) implements Shape {
        /** What was not sent is empty. */
        public Choice {
            options = options == null ? List.of() : List.copyOf(options);
        }
    }

    /** Any of several. */
    record Choices(
            List<Option> options,
            @Nullable Integer least,
            @Nullable Integer most) implements Shape {
        /** What was not sent is empty. */
        public Choices {
            options = options == null ? List.of() : List.copyOf(options);
        }
    }

    /** A person: for who asks, one of their organization. */
    record Somebody() implements Shape {}

    /** A service that is in use. */
    record Provided() implements Shape {}

    /**
     * Files.
     *
     * @param most how many files at most; null: five
     */
    record Files(@Nullable Integer most) implements Shape {
        /** How many files at most. */
        public int limit() {
            return most == null ? Definition.FILES : most;
        }
    }
}
