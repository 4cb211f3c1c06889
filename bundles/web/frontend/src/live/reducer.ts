import { toTemplate, toVm } from '../api/decode';
import { isOver, toHost } from '../api/decodeWork';
import type { Host, Page, Task, Vm } from '../api/types';
import { type Collection, put, remove, replace } from './collection';
import type { ChangeEvent } from './event';
import { addLine } from './eventLine';
import { noteNames } from './names';
import type { LiveState } from './state';
import { takeTask } from './taskEvents';

/** The state after one event. Events are absolute: one that comes twice changes nothing more. */
export function applyEvent(state: LiveState, event: ChangeEvent): LiveState {
  return {
    ...noteNames(state, event),
    ...changedPart(state, event),
    events: addLine(state.events, event),
    lastIndex: Math.max(state.lastIndex, event.index),
  };
}

function changedPart(state: LiveState, event: ChangeEvent): Partial<LiveState> {
  switch (event.kind) {
    case 'vm':
      return {
        vms: change(state.vms, event, (raw) => keepSeen(toVm(raw), state.vms.items.get(event.id), event)),
      };
    case 'host':
      return {
        hosts: change(state.hosts, event, (raw) => keepLive(toHost(raw), state.hosts.items.get(event.id))),
      };
    case 'task':
      return { tasks: takeTask(state.tasks, event) };
    case 'template':
      return { templates: change(state.templates, event, toTemplate) };
    default:
      return {};
  }
}

function change<T extends { id: string }>(
  now: Collection<T>,
  event: ChangeEvent,
  decode: (raw: unknown) => T,
): Collection<T> {
  return event.verb === 'removed'
    ? remove(now, event.id, event.index)
    : put(now, decode(event.object), event.index);
}

/** What an event may not tell of a VM: when it was last seen, and since when it is what it is. */
function keepSeen(vm: Vm, before: Vm | undefined, event: ChangeEvent): Vm {
  const since = before?.state === vm.state ? before.since : event.at;
  return { ...vm, observedAt: vm.observedAt || (before?.observedAt ?? ''), since: vm.since || since };
}

/** A host's lease and free memory are not journaled either. */
function keepLive(host: Host, before: Host | undefined): Host {
  return {
    ...host,
    leaseExpiresInMs: host.leaseExpiresInMs ?? before?.leaseExpiresInMs ?? null,
    freeMiB: host.freeMiB ?? before?.freeMiB ?? null,
  };
}

/** Hosts are read again and again for their leases; an answer older than the newest event about hosts is dropped. */
export function withHosts(state: LiveState, page: Page<Host>): LiveState {
  const newest = Math.max(0, ...state.hosts.touched.values());
  return page.index > 0 && page.index < newest ? state : { ...state, hosts: replace(state.hosts, page) };
}

export const MAX_TASKS = 200;

/** Forgets the oldest finished tasks beyond the bound. */
export function trimTasks(state: LiveState): LiveState {
  const { items } = state.tasks;
  if (items.size <= MAX_TASKS) {
    return state;
  }
  const kept = [...items.values()].sort(unfinishedFirst).slice(0, MAX_TASKS);
  const touched = new Map([...state.tasks.touched].filter(([id]) => kept.some((task) => task.id === id)));
  return {
    ...state,
    tasks: { ...state.tasks, items: new Map(kept.map((task) => [task.id, task])), touched },
  };
}

/** Unfinished tasks, then finished ones, the newest of each first. */
export function unfinishedFirst(a: Task, b: Task): number {
  return Number(isOver(a)) - Number(isOver(b)) || b.createdAt.localeCompare(a.createdAt);
}
