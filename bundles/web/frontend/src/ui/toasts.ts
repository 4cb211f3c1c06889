import { createStore } from 'zustand/vanilla';
import { newKey } from '../api/keys';
import { asApiError } from '../api/problem';
import type { Problem } from '../api/types';

export interface Toast {
  key: string;
  variant: 'info' | 'danger';
  title: string;
  problem: Problem | null;
}

/** More than this many at once nobody reads. */
const MAX_TOASTS = 4;

interface Messages {
  items: readonly Toast[];
  /** What went well: seen in the lists anyway, and read out to those who cannot see them. */
  spoken: string;
}

/** Short messages in the corner. Mere news leave by themselves, failures stay until they are closed. */
export const toasts = createStore<Messages>()(() => ({ items: [], spoken: '' }));

function add(toast: Omit<Toast, 'key'>): void {
  toasts.setState(({ items }) => ({ items: [...items, { ...toast, key: newKey() }].slice(-MAX_TOASTS) }));
}

export function sayNews(title: string): void {
  add({ variant: 'info', title, problem: null });
}

/** Tells of a success, without getting in anyone's way. */
export function sayDone(sentence: string): void {
  toasts.setState({ spoken: sentence });
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
  toasts.setState({ items: [], spoken: '' });
}
