package org.ausfall.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps and lists, for tests. */
public final class Json {
    private Json() {}

    /** The one object in the text. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String text) {
        try (JsonParser json = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            Object value = value(json);
            if (!(value instanceof Map<?, ?>)) {
                throw new IllegalArgumentException("not an object: " + value);
            }
            return (Map<String, Object>) value;
        }
    }

    /** The object below that name. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Map<String, Object> parent, String name) {
        return (Map<String, Object>) present(parent, name);
    }

    /** The objects of the list below that name. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> objects(Map<String, Object> parent, String name) {
        return (List<Map<String, Object>>) present(parent, name);
    }

    /** The number below that name. */
    public static double number(Map<String, Object> parent, String name) {
        return (Double) present(parent, name);
    }

    /** The text below that name. */
    public static String text(Map<String, Object> parent, String name) {
        return (String) present(parent, name);
    }

    private static Object present(Map<String, Object> parent, String name) {
        Object value = parent.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in " + parent.keySet());
        }
        return value;
    }

    private static @Nullable Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> map(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case VALUE_NULL -> null;
            default -> json.getDoubleValue();
        };
    }

    private static Map<String, @Nullable Object> map(JsonParser json) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            map.put(name, value(json));
        }
        return map;
    }

    private static List<@Nullable Object> list(JsonParser json) {
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(json));
        }
        return list;
    }
}
