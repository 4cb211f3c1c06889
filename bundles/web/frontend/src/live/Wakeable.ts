/** A wait that ends after its time or when someone wakes it, whichever comes first. */
export class Wakeable {
  private wakeUp: () => void = () => undefined;

  /** Waits `ms`, or without end when `ms` is null: then only {@link wake} or `signal` ends it. */
  wait(ms: number | null, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === null ? undefined : setTimeout(() => this.wakeUp(), ms);
      this.wakeUp = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', this.wakeUp);
        resolve();
      };
      signal.addEventListener('abort', this.wakeUp, { once: true });
      if (signal.aborted) {
        this.wakeUp();
      }
    });
  }

  wake(): void {
    this.wakeUp();
  }
}
