import type { ApiError } from '../api/problem';
import type { Page } from '../api/types';

interface Identified {
  id: string;
}

/**
 * Objects of one kind: a list read at some index, kept up by the events after it. Immutable.
 *
 * A list may be read in pages while events arrive, so each object remembers the index of the event that touched it
 * last, and a page that is older than that does not bring its past back.
 */
export interface Collection<T extends Identified> {
  status: 'loading' | 'ready' | 'failed';
  error: ApiError | null;
  items: ReadonlyMap<string, T>;
  /** Index of the newest event per object, removed ones too. */
  touched: ReadonlyMap<string, number>;
  /** Events up to this index are in the list already. */
  readAt: number;
  total: number;
  /** Where the next page begins, or empty when all is loaded. */
  next: string;
}

/** Objects beyond this many are not taken in from events while the list is not fully loaded. */
export const MAX_PARTIAL = 5_000;

export function empty<T extends Identified>(): Collection<T> {
  return {
    status: 'loading',
    error: null,
    items: new Map(),
    touched: new Map(),
    readAt: 0,
    total: 0,
    next: '',
  };
}

/** A list read afresh: whatever was there before is forgotten, except what newer events said. */
export function replace<T extends Identified>(now: Collection<T>, page: Page<T>): Collection<T> {
  const newer = [...now.items.values()].filter((item) => isNewer(now, item.id, page.index));
  const kept = page.items.filter((item) => !isNewer(now, item.id, page.index));
  const items = new Map([...kept, ...newer].map((item) => [item.id, item]));
  const total = page.total - (page.items.length - kept.length) + newer.length;
  return { ...now, status: 'ready', error: null, items, readAt: page.index, total, next: page.next };
}

/** A further page of the same list, or the answer to a search in it. */
export function extend<T extends Identified>(now: Collection<T>, page: Page<T>, next: string): Collection<T> {
  const items = new Map(now.items);
  page.items.filter((item) => !isNewer(now, item.id, page.index)).forEach((item) => items.set(item.id, item));
  return { ...now, items, total: Math.max(now.total, items.size), next };
}

export function failed<T extends Identified>(now: Collection<T>, error: ApiError): Collection<T> {
  return { ...now, status: now.status === 'ready' ? 'ready' : 'failed', error };
}

export function put<T extends Identified>(now: Collection<T>, item: T, index: number): Collection<T> {
  const known = now.items.has(item.id);
  const full = !known && now.next !== '' && now.items.size >= MAX_PARTIAL;
  if (isPast(now, index) || full) {
    return now;
  }
  const items = new Map(now.items).set(item.id, item);
  return { ...now, items, touched: touch(now, item.id, index), total: now.total + (known ? 0 : 1) };
}

export function remove<T extends Identified>(now: Collection<T>, id: string, index: number): Collection<T> {
  if (isPast(now, index)) {
    return now;
  }
  const items = new Map(now.items);
  const total = now.total - (items.delete(id) ? 1 : 0);
  return { ...now, items, touched: touch(now, id, index), total };
}

function isPast<T extends Identified>(now: Collection<T>, index: number): boolean {
  return index <= now.readAt;
}

function isNewer<T extends Identified>(now: Collection<T>, id: string, index: number): boolean {
  return index > 0 && (now.touched.get(id) ?? 0) > index;
}

function touch<T extends Identified>(now: Collection<T>, id: string, index: number): Map<string, number> {
  return new Map(now.touched).set(id, index);
}
