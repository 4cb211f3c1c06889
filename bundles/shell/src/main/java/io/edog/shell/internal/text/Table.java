package io.edog.shell.internal.text;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.support.table.ShellTable;

/** A table for people. Columns are sized so that a whole row fits in 100 characters. */
public final class Table {

    private final ShellTable table = new ShellTable().forceAscii();
    private String whenEmpty = "";
    private boolean empty = true;

    /** A column, at most {@code width} characters wide: what is longer is cut, and shown cut. */
    public Table column(String header, int width) {
        table.column(header).maxSize(width);
        return this;
    }

    /** A column of numbers. */
    public Table number(String header, int width) {
        table.column(header).maxSize(width).alignRight();
        return this;
    }

    /** A last column for sentences, wrapped to {@code width} characters. */
    public Table sentence(String header, int width) {
        table.column(header).maxSize(width).wrap();
        return this;
    }

    /** What to say instead of an empty table. */
    public Table whenEmpty(String text) {
        whenEmpty = text;
        return this;
    }

    public Table row(Object... cells) {
        table.addRow().addContent(cells);
        empty = false;
        return this;
    }

    @Override
    public String toString() {
        if (empty) {
            return whenEmpty + "\n";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), StandardCharsets.UTF_8, true);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
