package dev.qiao.base.sheet;

import dev.qiao.base.Coded;

/** In which form a file is written. */
public enum Format implements Coded {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }
}
