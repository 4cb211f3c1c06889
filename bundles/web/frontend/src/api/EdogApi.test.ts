import { describe, expect, it, vi } from 'vitest';
import { answering, headersOf, json } from '../testing/fetching';
import { EdogApi, login } from './EdogApi';

const TASK = { id: 't1', kind: 'vm.start', subject: 'a', state: 'running' };

describe('EdogApi', () => {
  it('gives each write a key of its own', async () => {
    const fetching = answering(json(202, TASK), json(202, TASK));
    const api = new EdogApi('secret');
    await api.act('a', 'start');
    await api.act('a', 'stop', { force: true });
    const keys = [0, 1].map((call) => headersOf(fetching, call).get('Idempotency-Key'));
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('repeats an unanswered write under the same key', async () => {
    vi.useFakeTimers();
    const fetching = answering(new TypeError('reset'), json(503, { detail: 'no leader' }), json(202, TASK));
    const acting = new EdogApi('secret').act('a', 'start');
    await vi.runAllTimersAsync();
    expect((await acting).id).toBe('t1');
    const keys = [0, 1, 2].map((call) => headersOf(fetching, call).get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(1);
  });

  it('does not repeat a refused write', async () => {
    const fetching = answering(json(409, { detail: 'It is running.' }));
    await expect(new EdogApi('secret').act('a', 'start')).rejects.toThrow('It is running.');
    expect(fetching).toHaveBeenCalledTimes(1);
  });

  it('tells once the session is no longer valid', async () => {
    answering(json(401, { detail: 'expired' }));
    const expired = vi.fn();
    await expect(new EdogApi('secret', expired).cluster()).rejects.toThrow('expired');
    expect(expired).toHaveBeenCalledOnce();
  });

  it('reads a page of a list', async () => {
    const fetching = answering(
      json(200, { items: [{ id: 'a' }], total: 9, next: 'a' }, { 'Edog-Index': '5' }),
    );
    const page = await new EdogApi('secret').vms({ limit: 1, q: 'web 1', after: '' });
    expect(page).toMatchObject({ total: 9, next: 'a', index: 5 });
    expect(fetching.mock.calls[0]?.[0]).toBe('/api/v1/vms?limit=1&q=web+1');
  });

  it('logs in with a key too', async () => {
    const fetching = answering(json(201, { token: 'x', user: 'admin', roles: [], expiresAt: '' }));
    expect((await login('admin', 'pw')).token).toBe('x');
    expect(headersOf(fetching).get('Idempotency-Key')).not.toBeNull();
  });
});
