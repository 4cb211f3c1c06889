/** Waits that double up to a ceiling, with jitter, and an end. */
export interface BackoffLimits {
  firstMs: number;
  ceilingMs: number;
  /** After this long without one success there are no more tries by themselves. */
  giveUpAfterMs: number;
}

export const RECONNECT: BackoffLimits = { firstMs: 500, ceilingMs: 5_000, giveUpAfterMs: 3_600_000 };

export class Backoff {
  private tries = 0;
  private failingSince = 0;

  constructor(
    private readonly limits: BackoffLimits = RECONNECT,
    private readonly now: () => number = Date.now,
    private readonly random: () => number = Math.random,
  ) {}

  /** How long to wait before the next try in ms, or null when it is time to give up. */
  next(): number | null {
    const now = this.now();
    this.failingSince = this.tries === 0 ? now : this.failingSince;
    if (now - this.failingSince >= this.limits.giveUpAfterMs) {
      return null;
    }
    const full = Math.min(this.limits.ceilingMs, this.limits.firstMs * 2 ** Math.min(this.tries, 20));
    this.tries += 1;
    return Math.round(full * (0.75 + 0.25 * this.random()));
  }

  succeeded(): void {
    this.tries = 0;
  }
}
