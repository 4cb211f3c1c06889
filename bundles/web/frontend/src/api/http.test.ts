import { describe, expect, it } from 'vitest';
import { answering, headersOf, json } from '../testing/fetching';
import { send } from './http';
import type { ApiError } from './problem';

const failure = (path: string) =>
  send(path).then(
    () => null,
    (error: unknown) => error as ApiError,
  );

describe('send', () => {
  it('sends the token and tells body, index and location', async () => {
    const fetching = answering(json(202, { id: 't' }, { 'Edog-Index': '42', Location: '/api/v1/vms/a' }));
    const answer = await send('/vms', { method: 'POST', body: { name: 'a' }, token: 'secret' });
    expect(answer).toEqual({ status: 202, body: { id: 't' }, index: 42, location: '/api/v1/vms/a' });
    expect(fetching.mock.calls[0]?.[0]).toBe('/api/v1/vms');
    expect(headersOf(fetching).get('Authorization')).toBe('Bearer secret');
  });

  it('throws the problem with its field and cure', async () => {
    answering(
      json(400, { title: 'Invalid', status: 400, detail: 'bad', field: '/policy/onCrash', cure: 'fix it' }),
    );
    const error = await failure('/vms');
    expect(error?.problem).toMatchObject({
      status: 400,
      detail: 'bad',
      field: 'policy.onCrash',
      cure: 'fix it',
    });
    expect(error?.undecided).toBe(false);
  });

  it('makes a problem of an answer that is none', async () => {
    answering(new Response('<html>Bad gateway</html>', { status: 502 }));
    const error = await failure('/vms');
    expect(error?.problem.title).toBe('Error 502');
    expect(error?.undecided).toBe(true);
  });

  it('tells that nobody answered', async () => {
    answering(new TypeError('Failed to fetch'));
    const error = await failure('/vms');
    expect(error?.status).toBe(0);
    expect(error?.problem.cure).toContain('./edog status');
  });
});
