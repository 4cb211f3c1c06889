package io.edog.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.journal.Change;
import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.model.Kind;
import io.edog.api.model.Outcome;
import io.edog.api.model.Reply;
import io.edog.api.model.Tenants;
import io.edog.api.model.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");

    private static Entry entry() {
        User user = new User("u1", Tenants.DEFAULT, "ann", "$argon2id$x", Set.of("user", "administrator"), false, NOW);
        Outcome outcome = new Outcome("u1:k", Tenants.DEFAULT, "u1", "ff", new Reply("u1", Optional.empty()), NOW);
        List<Change> changes =
                List.of(new Change.Put(user), new Change.Removed(Kind.VM, "v1", Tenants.DEFAULT, Tenants.NOBODY));
        ChangeSet set = new ChangeSet(
                UUID.fromString("00000000-0000-0000-0000-000000000001"), NOW, "u1", changes, List.of(outcome));
        return EntryCodec.next(Index.ZERO, Entry.GENESIS, new Epoch(3), set);
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(EntryCodec.decode(EntryCodec.encode(entry()))).isEqualTo(entry());
    }

    @Test
    void writingIsStable() {
        byte[] wire = EntryCodec.encode(entry());
        assertThat(EntryCodec.encode(EntryCodec.decode(wire))).isEqualTo(wire);
        assertThat(new String(wire, StandardCharsets.UTF_8)).contains("\"roles\":[\"administrator\",\"user\"]");
    }

    @Test
    void aChangedByteIsNoticed() {
        String wire = new String(EntryCodec.encode(entry()), StandardCharsets.UTF_8);
        byte[] forged = wire.replace("\"ann\"", "\"bob\"").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> EntryCodec.decode(forged))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("does not match its hash");
    }

    @Test
    void anUnknownFormatIsNotGuessed() {
        String wire = new String(EntryCodec.encode(entry()), StandardCharsets.UTF_8);
        byte[] later = wire.replace("{\"format\":1", "{\"format\":2").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> EntryCodec.decode(later)).hasMessageContaining("format 2");
    }

    @Test
    void fieldsOfALaterVersionKeepTheHashValid() {
        ChangeSet set = entry().set();
        String body = Json.write(set).replaceFirst("\\{", "{\"later\":true,");
        assertThat(Json.read(body, ChangeSet.class)).isEqualTo(set);
    }
}
