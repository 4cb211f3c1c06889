import { describe, expect, it } from 'vitest';
import { aTask } from '../testing/samples';
import { replace } from './collection';
import type { ChangeEvent } from './event';
import { applyEvent, MAX_TASKS, trimTasks, unfinishedFirst, withHosts } from './reducer';
import { nameOf } from './names';
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

  it('tells what changed when the state stays', () => {
    const vm = { id: 'a', state: 'running', desired: 'running', cpus: 1, reason: '', observedAt: '1' };
    const texts = [
      vm,
      { ...vm, cpus: 2, pending: ['cpus'] },
      { ...vm, cpus: 2, pending: ['cpus'], observedAt: '2' },
      { ...vm, cpus: 2, pending: ['cpus'], desired: 'stopped' },
      { ...vm, cpus: 2, pending: ['cpus'], desired: 'stopped', reason: 'waiting' },
    ]
      .reduce((state, object, n) => applyEvent(state, event(n + 1, 'vm', object)), INITIAL)
      .events.map((line) => line.text);
    expect(texts).toEqual([
      'running: waiting',
      'wanted stopped',
      'new CPUs, waits for the next start',
      'running',
    ]);
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

  it('knows since when a VM is what it is', () => {
    let state = applyEvent(INITIAL, { ...event(1, 'vm', { id: 'a', state: 'running' }), at: '10:00' });
    state = applyEvent(state, { ...event(2, 'vm', { id: 'a', state: 'running', cpus: 2 }), at: '10:05' });
    expect(state.vms.items.get('a')?.since).toBe('10:00');
    state = applyEvent(state, { ...event(3, 'vm', { id: 'a', state: 'paused' }), at: '10:10' });
    expect(state.vms.items.get('a')?.since).toBe('10:10');
  });

  it('still knows the name of a VM that is gone', () => {
    const state = applyEvent(INITIAL, event(1, 'vm', { id: 'a', name: 'web', state: 'running' }));
    expect(nameOf(state, 'a')).toBe('web');
    expect(nameOf(applyEvent(state, event(2, 'vm', { id: 'a' }, 'removed')), 'a')).toBe('web');
    expect(nameOf(state, 'unheard-of')).toBe('');
    const read = { ...INITIAL, vms: replace(INITIAL.vms, { items: [], total: 0, next: '', index: 10 }) };
    const history = applyEvent(read, event(9, 'vm', { id: 'b', name: 'old', state: 'stopped' }));
    expect(nameOf(history, 'b')).toBe('old');
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
  const read = { ...INITIAL, tasks: replace(INITIAL.tasks, { items: [], total: 0, next: '', index: 10 }) };

  it('take their times from the events', () => {
    let state = applyEvent(read, { ...event(11, 'task', { id: 't', state: 'running' }), at: '10:00' });
    state = applyEvent(state, { ...event(12, 'task', { id: 't', state: 'succeeded' }), at: '10:05' });
    expect(state.tasks.items.get('t')).toMatchObject({
      state: 'succeeded',
      createdAt: '10:00',
      updatedAt: '10:05',
    });
  });

  it('that ended before the list was read come from the history, others do not', () => {
    const state = applyEvent(read, event(9, 'task', { id: 'over', state: 'succeeded' }));
    expect(applyEvent(state, event(10, 'task', { id: 'x', state: 'running' })).tasks.items.size).toBe(1);
  });

  it('are not set back by the history', () => {
    const page = {
      items: [aTask({ createdAt: '', updatedAt: '', progress: 50 })],
      total: 1,
      next: '',
      index: 10,
    };
    const running = { ...INITIAL, tasks: replace(INITIAL.tasks, page) };
    const state = applyEvent(running, event(9, 'task', { id: 'task-1', state: 'queued', progress: 0 }));
    expect(state.tasks.items.get('task-1')).toMatchObject({ state: 'running', progress: 50 });
    expect(state.tasks.items.get('task-1')?.createdAt).not.toBe('');
  });

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
