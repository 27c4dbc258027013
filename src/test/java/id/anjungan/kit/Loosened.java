package id.anjungan.kit;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/// A desk broken on purpose, for the fault rig to catch: the writing connection of one file is set from FULL to
/// NORMAL after it was opened. The program itself has no such switch, so the connection is looked for from outside.
final class Loosened {
    private Loosened() {}

    static void syncNormal(Object owner, String file) {
        int changed = 0;
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> todo = new ArrayDeque<>();
        todo.add(owner);
        while (!todo.isEmpty()) {
            Object o = todo.removeFirst();
            if (!seen.add(o)) {
                continue;
            }
            if (o instanceof Connection c) {
                changed += loosen(c, file) ? 1 : 0;
            } else if (o.getClass().getName().startsWith("id.anjungan.")) {
                fields(o, todo);
            }
        }
        if (changed == 0) {
            throw new IllegalStateException("no connection that writes " + file + " with FULL was found");
        }
    }

    private static void fields(Object o, Deque<Object> todo) {
        for (Class<?> c = o.getClass(); c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field f : c.getDeclaredFields()) {
                if (Modifier.isStatic(f.getModifiers()) || f.getType().isPrimitive() || !f.trySetAccessible()) {
                    continue;
                }
                try {
                    Object value = f.get(o);
                    if (value != null) {
                        todo.add(value);
                    }
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static boolean loosen(Connection c, String file) {
        try (Statement s = c.createStatement()) {
            String path;
            try (var r = s.executeQuery("PRAGMA database_list")) {
                path = r.getString("file");
            }
            int sync;
            try (var r = s.executeQuery("PRAGMA synchronous")) {
                sync = r.getInt(1);
            }
            if (!path.endsWith(file) || sync != 2) {
                return false;
            }
            s.execute("PRAGMA synchronous = 1");
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
