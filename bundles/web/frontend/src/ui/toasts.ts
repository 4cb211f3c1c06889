import { createStore } from 'zustand/vanilla';
import { newKey } from '../api/keys';
import { asApiError } from '../api/problem';
import type { Problem } from '../api/types';

export interface Toast {
  key: string;
  variant: 'success' | 'info' | 'danger';
  title: string;
  problem: Problem | null;
}

/** More than this many at once nobody reads. */
const MAX_TOASTS = 4;

/** Short messages in the corner. Successes leave by themselves, failures stay until they are closed. */
export const toasts = createStore<{ items: readonly Toast[] }>()(() => ({ items: [] }));

function add(toast: Omit<Toast, 'key'>): void {
  toasts.setState(({ items }) => ({ items: [...items, { ...toast, key: newKey() }].slice(-MAX_TOASTS) }));
}

export function say(title: string, variant: 'success' | 'info' = 'success'): void {
  add({ variant, title, problem: null });
}

export function sayFailed(title: string, problem: Problem): void {
  add({ variant: 'danger', title, problem });
}

/** Tells why something could not be done. A session that ended is told on the log-in page instead. */
export function sayError(title: string, error: unknown): void {
  const { problem } = asApiError(error);
  if (problem.status !== 401) {
    sayFailed(title, problem);
  }
}

export function closeToast(key: string): void {
  toasts.setState(({ items }) => ({ items: items.filter((toast) => toast.key !== key) }));
}

export function clearToasts(): void {
  toasts.setState({ items: [] });
}
