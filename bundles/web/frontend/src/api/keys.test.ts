import { describe, expect, it, vi } from 'vitest';
import { newKey } from './keys';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('newKey', () => {
  it('is a random UUID', () => {
    expect(newKey()).toMatch(UUID);
    expect(newKey()).not.toBe(newKey());
  });

  it('is one also where the page came over plain HTTP', () => {
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) });
    expect(newKey()).toMatch(UUID);
  });
});
