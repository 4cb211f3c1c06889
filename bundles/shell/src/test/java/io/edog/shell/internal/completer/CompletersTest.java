package io.edog.shell.internal.completer;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.model.VmState;
import io.edog.shell.internal.FakeAccounts;
import io.edog.shell.internal.FakeCluster;
import io.edog.shell.internal.Samples;
import io.edog.shell.internal.TestShell;
import io.edog.shell.internal.call.LocalUser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.security.PrivilegedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompletersTest {
    private final FakeCluster cluster = new FakeCluster();
    private TestShell shell = TestShell.of(cluster, new FakeAccounts(cluster));

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void namesAreOfferedAndIdsOnceBegun() {
        cluster.put(
                Samples.vm("aaaa-1", "demo", VmState.RUNNING),
                Samples.vm("aaaa-2", "desk", VmState.RUNNING),
                Samples.host("node1"));
        VmCompleter vms = shell.instance(VmCompleter.class);
        assertThat(complete(vms, "")).containsExactly("demo ", "desk ");
        assertThat(complete(vms, "dem")).containsExactly("demo ");
        assertThat(complete(vms, "aaaa-")).containsExactly("aaaa-1 ", "aaaa-2 ");
        assertThat(complete(shell.instance(HostCompleter.class), "")).containsExactly("node1 ");
        assertThat(complete(shell.instance(TaskCompleter.class), "")).isEmpty();
    }

    @Test
    void policyWordsAreOffered() {
        assertThat(complete(shell.instance(PolicyCompleter.class), "")).containsExactly("leave ", "restart ", "stop ");
    }

    @Test
    void nothingIsOfferedWhileNobodyAnswers() {
        shell.close();
        shell = TestShell.of(null, null);
        assertThat(complete(shell.instance(VmCompleter.class), "")).isEmpty();
    }

    private List<String> complete(Completer completer, String begun) {
        List<String> candidates = new ArrayList<>();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        PrivilegedAction<Integer> action = () -> {
            Session session = shell.sessions().create(new ByteArrayInputStream(new byte[0]), nowhere, nowhere);
            return completer.complete(session, new ArgumentCommandLine(begun, begun.length()), candidates);
        };
        Subject.doAs(new Subject(true, Set.of(new LocalUser("root")), Set.of(), Set.of()), action);
        return candidates;
    }
}
