package org.spocgateway.review;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.spocgateway.transferlog.TransferFact;

/**
 * One transfer as it stands in the list.
 *
 * @param cells by column, in the order of the columns
 */
record Row(String ref, Map<Column, String> cells) {
    static Row of(TransferFact fact, Organisations organisations) {
        var cells = new LinkedHashMap<Column, String>();
        Arrays.stream(Column.values()).forEach(column -> cells.put(column, column.of(fact, organisations)));
        return new Row(fact.ref(), cells);
    }
}
