import { describe, expect, it } from 'vitest';
import { toChangeEvent } from './event';

describe('toChangeEvent', () => {
  it('reads a change', () => {
    const data = JSON.stringify({ index: 7, at: 'now', by: 'admin', object: { id: 'a', state: 'running' } });
    expect(toChangeEvent({ id: '7', event: 'vm.put', data })).toMatchObject({
      index: 7,
      kind: 'vm',
      verb: 'put',
      id: 'a',
      by: 'admin',
    });
  });

  it('takes the index from the id when the data has none', () => {
    expect(toChangeEvent({ id: '8', event: 'vm.removed', data: '{"object":{"id":"a"}}' })?.index).toBe(8);
  });

  it('skips what is no change, and what cannot be read', () => {
    expect(toChangeEvent({ id: '', event: '', data: 'hello' })).toBeNull();
    expect(toChangeEvent({ id: '1', event: 'vm.put', data: '{cut o' })).toBeNull();
  });
});
