package io.edog.testkit.journal;

/** What every journal does. A test class implements it by its fixture alone. */
public interface JournalContract extends AppendContract, TrimContract, WatchContract {}
