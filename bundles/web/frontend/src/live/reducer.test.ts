import { describe, expect, it } from 'vitest';
import { aTask } from '../testing/samples';
import { replace } from './collection';
import type { ChangeEvent } from './event';
import { applyEvent, MAX_TASKS, trimTasks, unfinishedFirst, withHosts } from './reducer';
import { INITIAL } from './state';

function event(index: number, kind: string, object: Record<string, unknown>, verb = 'put'): ChangeEvent {
  return { index, at: '2026-01-01T10:00:00Z', by: 'admin', kind, verb, object, id: String(object['id']) };
}

describe('applyEvent', () => {
  it('follows the life of a VM', () => {
    let state = applyEvent(INITIAL, event(1, 'vm', { id: 'a', name: 'web', state: 'creating' }));
    state = applyEvent(state, event(2, 'vm', { id: 'a', name: 'web', state: 'running', reason: 'policy' }));
    expect(state.vms.items.get('a')?.state).toBe('running');
    expect(state.events.map((line) => line.text)).toEqual(['creating → running: policy', 'creating']);
    state = applyEvent(state, event(3, 'vm', { id: 'a' }, 'removed'));
    expect(state.vms.items.size).toBe(0);
    expect(state.events[0]).toMatchObject({ name: 'web', text: 'removed' });
    expect(state.lastIndex).toBe(3);
  });

  it('tells what is wanted when the state stays', () => {
    let state = applyEvent(INITIAL, event(1, 'vm', { id: 'a', state: 'running', desired: 'running' }));
    state = applyEvent(state, event(2, 'vm', { id: 'a', state: 'running', desired: 'stopped' }));
    state = applyEvent(state, event(3, 'vm', { id: 'a', state: 'running', desired: 'stopped', cpus: 2 }));
    expect(state.events.map((line) => line.text)).toEqual(['changed, running', 'wanted stopped', 'running']);
  });

  it('adds a line once, although the event comes twice after a reconnect', () => {
    const once = applyEvent(INITIAL, event(1, 'vm', { id: 'a', state: 'running' }));
    expect(applyEvent(once, event(1, 'vm', { id: 'a', state: 'running' })).events).toBe(once.events);
  });

  it('keeps what events do not tell', () => {
    let state = applyEvent(INITIAL, event(1, 'host', { id: 'n', lease: { expiresInMs: 5 }, freeMiB: 7 }));
    state = applyEvent(state, event(2, 'host', { id: 'n', state: 'up' }));
    expect(state.hosts.items.get('n')).toMatchObject({ leaseExpiresInMs: 5, freeMiB: 7, state: 'up' });
    state = applyEvent(state, event(3, 'vm', { id: 'a', observedAt: 'then' }));
    state = applyEvent(state, event(4, 'vm', { id: 'a' }));
    expect(state.vms.items.get('a')?.observedAt).toBe('then');
  });

  it('shows kinds it has no list for as events only', () => {
    const state = applyEvent(INITIAL, event(1, 'volume', { id: 'v', name: 'disk', state: 'ready' }));
    expect(state.events[0]).toMatchObject({ kind: 'volume', name: 'disk', text: 'ready' });
    expect(state.vms).toBe(INITIAL.vms);
  });
});

describe('withHosts', () => {
  it('drops an answer older than the newest event about hosts', () => {
    const state = applyEvent(INITIAL, event(9, 'host', { id: 'n', state: 'lost' }));
    const old = { items: [], total: 0, next: '', index: 8 };
    expect(withHosts(state, old)).toBe(state);
    expect(withHosts(state, { ...old, index: 10 }).hosts.items.size).toBe(0);
  });
});

describe('tasks', () => {
  it('come unfinished first, then the newest', () => {
    const done = aTask({ id: 'done', state: 'succeeded', createdAt: '2026-01-03' });
    const older = aTask({ id: 'older', createdAt: '2026-01-01' });
    const newer = aTask({ id: 'newer', createdAt: '2026-01-02' });
    expect([done, older, newer].sort(unfinishedFirst).map((task) => task.id)).toEqual([
      'newer',
      'older',
      'done',
    ]);
  });

  it('are bounded', () => {
    const items = Array.from({ length: MAX_TASKS + 5 }, (_, i) => aTask({ id: `t${i}`, state: 'succeeded' }));
    const full = {
      ...INITIAL,
      tasks: replace(INITIAL.tasks, { items, total: items.length, next: '', index: 1 }),
    };
    expect(trimTasks(full).tasks.items.size).toBe(MAX_TASKS);
    expect(trimTasks(INITIAL)).toBe(INITIAL);
  });
});
