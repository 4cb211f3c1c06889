import { ApiError } from './problem';

/** Waits before the second, third … try of a write: a change of leader takes about two seconds. */
export const WRITE_RETRY_MS: readonly number[] = [300, 1_000, 3_000];

/**
 * Tries a write again while nobody answers or nobody can. Only for requests that carry an Idempotency-Key: the first
 * try may have been carried out.
 */
export async function retried<T>(attempt: () => Promise<T>, waits = WRITE_RETRY_MS): Promise<T> {
  for (const wait of waits) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ApiError) || !error.undecided) {
        throw error;
      }
      await pause(wait);
    }
  }
  return attempt();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
