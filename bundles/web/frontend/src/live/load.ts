import type { StoreApi } from 'zustand/vanilla';
import type { EdogApi } from '../api/EdogApi';
import { ApiError, asApiError } from '../api/problem';
import type { Page } from '../api/types';
import { type Collection, failed, replace } from './collection';
import type { LiveState } from './state';

/** Objects per page of a list. */
export const PAGE_SIZE = 500;

/** Tasks to begin with: by their progress, so that those that have not ended well come first. */
const FIRST_TASKS = 100;

/**
 * Reads all lists, each into its part of the store.
 *
 * @returns the lowest index that a list was read at: events after it bring all of them up to date
 * @throws ApiError when a list could not be read now, but may be later; a list that this user may not see is no such
 *     failure
 */
export async function loadAll(api: EdogApi, store: StoreApi<LiveState>): Promise<number> {
  const byName = { limit: PAGE_SIZE, sort: 'name' };
  const results = await Promise.all([
    into(store, 'vms', api.vms(byName)),
    into(store, 'hosts', api.hosts(byName)),
    into(store, 'templates', api.templates(byName)),
    into(store, 'tasks', api.tasks({ limit: FIRST_TASKS, sort: 'progress' })),
  ]);
  const error = results.find((result) => result instanceof ApiError && !isFinal(result));
  if (error instanceof ApiError) {
    throw error;
  }
  const indexes = results.filter((result) => typeof result === 'number');
  return indexes.length === 0 ? 0 : Math.min(...indexes);
}

type Part = 'vms' | 'hosts' | 'tasks' | 'templates';

async function into<T extends { id: string }>(
  store: StoreApi<LiveState>,
  part: Part,
  reading: Promise<Page<T>>,
): Promise<number | ApiError> {
  const update = (change: (now: Collection<T>) => Collection<T>) =>
    store.setState((now) => ({ [part]: change(now[part] as unknown as Collection<T>) }));
  try {
    const page = await reading;
    update((now) => replace({ ...now, touched: new Map() }, page));
    return page.index;
  } catch (caught) {
    const error = asApiError(caught);
    update((now) => failed(now, error));
    return error;
  }
}

function isFinal(error: ApiError): boolean {
  return error.status === 403;
}
