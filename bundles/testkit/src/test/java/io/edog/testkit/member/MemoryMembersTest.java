package io.edog.testkit.member;

import io.edog.api.member.Members;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

class MemoryMembersTest implements MembersContract {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final MemoryRoll roll = new MemoryRoll();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Override
    public Members at(String node) {
        return new MemoryMembers(roll, executor);
    }

    @Override
    public void leave(Members members) {
        ((MemoryMembers) members).cut();
    }

    @Override
    public void cut(Members members) {
        ((MemoryMembers) members).cut();
    }

    @Override
    public void heal(Members members) {
        ((MemoryMembers) members).heal();
    }
}
