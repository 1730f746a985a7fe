package dev.qiao.ticket.form;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a field was answered. Persons and services are numbers: their names stay where they are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Words.class, name = "text"),
    @JsonSubTypes.Type(value = Answer.Amount.class, name = "number"),
    @JsonSubTypes.Type(value = Answer.Day.class, name = "date"),
    @JsonSubTypes.Type(value = Answer.Chosen.class, name = "choice"),
    @JsonSubTypes.Type(value = Answer.Somebody.class, name = "person"),
    @JsonSubTypes.Type(value = Answer.Provided.class, name = "service"),
    @JsonSubTypes.Type(value = Answer.Files.class, name = "file")
})
public sealed interface Answer {
    record Words(String text) implements Answer {}

    record Amount(BigDecimal number) implements Answer {}

    record Day(LocalDate date) implements Answer {}

    /** One choice or several, in the order in which they are offered. */
    record Chosen(List<String> codes) implements Answer {}

    record Somebody(long person) implements Answer {}

    record Provided(long service) implements Answer {}

    record Files(List<UUID> files) implements Answer {}
}
