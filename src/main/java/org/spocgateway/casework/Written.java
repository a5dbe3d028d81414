package org.spocgateway.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spocgateway.vault.BlobId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists and maps as text inside sealed columns. */
final class Written {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Written() {}

    static String text(Object listOrMap) {
        return JSON.writeValueAsString(listOrMap);
    }

    static List<String> list(String text) {
        return JSON.readValue(text, new TypeReference<List<String>>() {});
    }

    static Map<String, String> map(String text) {
        return JSON.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    static String documents(List<Outgoing.Document> documents) {
        return text(documents.stream()
                .map(each -> List.of(each.fileName(), each.type(), each.blob().value()))
                .toList());
    }

    static List<Outgoing.Document> documents(String text) {
        return JSON.readValue(text, new TypeReference<List<List<String>>>() {}).stream()
                .map(each -> new Outgoing.Document(each.get(0), each.get(1), new BlobId(each.get(2))))
                .toList();
    }
}
