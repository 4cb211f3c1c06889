import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Mock, startMock } from '../../dev/mock/server.mjs';
import { EdogApi, login } from '../api/EdogApi';
import { LiveClient } from './LiveClient';

/** The client against a server of its own, over real HTTP: only the address is put before the paths. */
describe('LiveClient', () => {
  let mock: Mock;
  let client: LiveClient;
  const expired = vi.fn();
  const state = () => client.store.getState();
  const until = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 });

  beforeEach(async () => {
    mock = await startMock();
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(mock.url + path, init));
    mock.cluster.put('vm', { id: 'a', name: 'first', state: 'running' });
    client = new LiveClient(new EdogApi((await login('admin', 'secret')).token, expired));
    client.start();
    await until(() => expect(state().connection.phase).toBe('live'));
  });

  afterEach(async () => {
    client.stop();
    await mock.stop();
    expired.mockReset();
  });

  it('reads what is there and shows the latest events', async () => {
    expect(state().vms.items.get('a')?.name).toBe('first');
    expect(state().templates.items.size).toBe(2);
    await until(() => expect(state().cluster?.leader).toBe('node1'));
    await until(() => expect(state().events[0]).toMatchObject({ kind: 'vm', name: 'first' }));
  });

  it('follows changes', async () => {
    mock.cluster.change('vm', 'a', { state: 'paused' });
    await until(() => expect(state().vms.items.get('a')?.state).toBe('paused'));
    mock.cluster.remove('vm', 'a');
    await until(() => expect(state().vms.items.size).toBe(0));
  });

  it('misses nothing while the connection is broken', async () => {
    mock.interrupt();
    await until(() => expect(state().connection.phase).toBe('lost'));
    expect(state().connection.heardAt).toBeGreaterThan(0);
    expect(state().connection.error?.status).toBe(0);
    mock.cluster.put('vm', { id: 'b', name: 'second', state: 'running' });
    mock.cluster.remove('vm', 'a');
    mock.resume();
    client.reconnectNow();
    await until(() => expect([...state().vms.items.keys()]).toEqual(['b']));
    await until(() => expect(state().connection.phase).toBe('live'));
  });

  it('reads everything again when the events it missed are no longer kept', async () => {
    mock.interrupt();
    await until(() => expect(state().connection.phase).toBe('lost'));
    mock.cluster.remove('vm', 'a');
    for (let n = 0; n < 1_100; n += 1) {
      mock.cluster.put('vm', { id: 'b', name: 'second', state: 'running', version: n });
    }
    mock.resume();
    client.reconnectNow();
    await until(() => expect([...state().vms.items.keys()]).toEqual(['b']));
    await until(() => expect(state().connection.phase).toBe('live'));
  });

  it('does without the history when it is no longer kept', async () => {
    client.stop();
    mock.cluster.entries = mock.cluster.entries.slice(-1);
    client = new LiveClient(new EdogApi((await login('admin', 'secret')).token, expired));
    client.start();
    await until(() => expect(state().connection.phase).toBe('live'));
    expect([...state().vms.items.keys()]).toEqual(['a']);
    mock.cluster.remove('vm', 'a');
    await until(() => expect(state().vms.items.size).toBe(0));
  });

  it('tells what is missing while the manager is away', async () => {
    mock.api.away = 'The manager is not installed on this node.';
    mock.interrupt();
    mock.resume();
    await until(() => expect(state().connection.error?.status).toBe(503));
    expect(state().connection.error?.problem.detail).toBe('The manager is not installed on this node.');
    mock.api.away = '';
    client.reconnectNow();
    await until(() => expect(state().connection.phase).toBe('live'));
  });

  it('stops when the session has ended', async () => {
    mock.api.sessions.clear();
    mock.interrupt();
    mock.resume();
    client.reconnectNow();
    await until(() => expect(expired).toHaveBeenCalled());
  });
});
