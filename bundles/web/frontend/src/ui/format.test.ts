import { describe, expect, it } from 'vitest';
import { age, bytes, clock, duration, mebibytes, plural, sentence, short } from './format';

describe('format', () => {
  it('writes sizes', () => {
    expect([512, 1024, 1536].map(mebibytes)).toEqual(['512 MiB', '1 GiB', '1.5 GiB']);
    expect([2048, 64 * 2 ** 20, 3 * 2 ** 30].map(bytes)).toEqual(['2 KiB', '64 MiB', '3 GiB']);
  });

  it('writes ages in the unit that matters', () => {
    expect([0, 119_000, 120_000, 7_200_000, 172_800_000].map(duration)).toEqual([
      '0 s',
      '119 s',
      '2 min',
      '2 h',
      '2 d',
    ]);
    expect(age('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:00:05Z'))).toBe('5 s');
    expect(age('', 0)).toBe('');
  });

  it('has no negative ages where clocks differ', () => {
    expect(age('2026-01-01T00:00:05Z', Date.parse('2026-01-01T00:00:00Z'))).toBe('0 s');
  });

  it('adds the date only when it is another day', () => {
    const today = new Date(2026, 0, 2, 12, 0, 0);
    expect(clock(new Date(2026, 0, 2, 9, 5, 7).toISOString(), today)).toBe('09:05:07');
    expect(clock(new Date(2026, 0, 1, 9, 5, 7).toISOString(), today)).toMatch(/.+ 09:05:07$/);
    expect(clock('rubbish', today)).toBe('');
  });

  it('shortens ids but not names', () => {
    expect(short('8f14e45f-ceea-467f-a9f4-3b2c1d0e9f8a')).toBe('8f14e45f');
    expect(short('admin')).toBe('admin');
  });

  it('makes sentences of reasons', () => {
    expect(sentence('the guest crashed; restart 1 of 5 now')).toBe('The guest crashed; restart 1 of 5 now.');
    expect(sentence('edog1.example does not answer.')).toBe('edog1.example does not answer.');
    expect(sentence('')).toBe('');
  });

  it('counts', () => {
    expect([plural(1, 'disk'), plural(2, 'disk'), plural(1234, 'VM')]).toEqual([
      '1 disk',
      '2 disks',
      '1,234 VMs',
    ]);
  });
});
