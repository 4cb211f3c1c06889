package io.edog.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** The methods in Java files and how long they are, as the compiler's own parser sees them. */
final class Methods {
    /** @param lines from the first line of its declaration, annotations included, to its closing brace */
    record Method(Path file, String name, long lines) {}

    private Methods() {}

    static List<Method> in(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task =
                    (JavacTask) compiler.getTask(null, manager, diagnostic -> {}, List.of("-proc:none"), null, units);
            var positions = Trees.instance(task).getSourcePositions();
            var found = new ArrayList<Method>();
            for (var unit : task.parse()) {
                new Scanner(unit, positions).scan(unit, found);
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreeScanner<Void, List<Method>> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Scanner(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, List<Method> found) {
            var end = positions.getEndPosition(unit, method);
            if (method.getBody() != null && end >= 0) {
                var map = unit.getLineMap();
                var lines = map.getLineNumber(end) - map.getLineNumber(positions.getStartPosition(unit, method)) + 1;
                found.add(new Method(
                        Path.of(unit.getSourceFile().toUri()), method.getName().toString(), lines));
            }
            return super.visitMethod(method, found);
        }
    }
}
