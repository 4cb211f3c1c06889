import { describe, expect, it } from 'vitest';
import { Backoff } from './backoff';

const LIMITS = { firstMs: 100, ceilingMs: 1_000, giveUpAfterMs: 60_000 };

describe('Backoff', () => {
  it('doubles up to the ceiling', () => {
    const backoff = new Backoff(
      LIMITS,
      () => 0,
      () => 1,
    );
    expect([1, 2, 3, 4, 5, 6].map(() => backoff.next())).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  });

  it('begins anew after a success', () => {
    const backoff = new Backoff(
      LIMITS,
      () => 0,
      () => 1,
    );
    backoff.next();
    backoff.next();
    backoff.succeeded();
    expect(backoff.next()).toBe(100);
  });

  it('ends when nothing has succeeded for long', () => {
    let now = 0;
    const backoff = new Backoff(
      LIMITS,
      () => now,
      () => 1,
    );
    backoff.next();
    now = 59_999;
    expect(backoff.next()).not.toBeNull();
    now = 60_000;
    expect(backoff.next()).toBeNull();
  });

  it('spreads the tries of many pages', () => {
    const backoff = new Backoff(
      LIMITS,
      () => 0,
      () => 0,
    );
    expect(backoff.next()).toBe(75);
  });
});
