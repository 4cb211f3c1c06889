import { text } from '../api/raw';
import type { ChangeEvent } from './event';
import type { LiveState } from './state';

/** More names than this are not remembered; the oldest go first. */
export const MAX_NAMES = 2_000;

export function withNames(state: LiveState, more: Iterable<[string, string]>): LiveState {
  const known = [...more].filter(([id, name]) => id !== '' && name !== '');
  return known.length === 0
    ? state
    : { ...state, names: new Map([...new Map([...state.names, ...known])].slice(-MAX_NAMES)) };
}

/** Remembers the names of users, and of VMs that are gone or were at the time: tasks and events still speak of them. */
export function noteNames(state: LiveState, event: ChangeEvent): LiveState {
  if (event.kind !== 'user' && event.kind !== 'vm') {
    return state;
  }
  const name = event.verb === 'removed' ? state.vms.items.get(event.id)?.name : text(event.object['name']);
  const known = event.verb === 'put' && state.vms.items.has(event.id);
  return known ? state : withNames(state, [[event.id, name ?? '']]);
}

/** What the subject of a task is called, if that is known. */
export function nameOf(state: Pick<LiveState, 'vms' | 'templates' | 'names'>, id: string): string {
  return state.vms.items.get(id)?.name ?? state.templates.items.get(id)?.name ?? state.names.get(id) ?? '';
}
