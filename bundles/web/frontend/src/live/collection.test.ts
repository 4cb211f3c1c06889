import { describe, expect, it } from 'vitest';
import { noAnswer } from '../api/problem';
import { empty, extend, failed, put, remove, replace } from './collection';

interface Thing {
  id: string;
  v: number;
}

const page = (index: number, items: Thing[], total = items.length, next = '') => ({
  items,
  total,
  next,
  index,
});
const a = (v: number): Thing => ({ id: 'a', v });
const b = (v: number): Thing => ({ id: 'b', v });

describe('a collection', () => {
  it('applies what comes after the reading and ignores what was in it', () => {
    const read = replace(empty<Thing>(), page(10, [a(1)]));
    expect(put(read, a(0), 9)).toBe(read);
    expect(remove(read, 'a', 10)).toBe(read);
    expect(put(read, a(2), 11).items.get('a')).toEqual(a(2));
  });

  it('counts what comes and goes', () => {
    const read = replace(empty<Thing>(), page(10, [a(1)]));
    const two = put(read, b(1), 11);
    expect(two.total).toBe(2);
    expect(put(two, b(2), 12).total).toBe(2);
    expect(remove(two, 'a', 12).total).toBe(1);
    expect(remove(two, 'unheard-of', 12).total).toBe(2);
  });

  it('does not bring back the past with a page that was read before an event', () => {
    const live = remove(put(replace(empty<Thing>(), page(10, [a(1)], 3, 'a')), b(5), 20), 'c', 21);
    const more = extend(live, page(15, [b(4), { id: 'c', v: 1 }]), '');
    expect(more.items.get('b')).toEqual(b(5));
    expect(more.items.has('c')).toBe(false);
  });

  it('keeps newer objects when the list is read again', () => {
    const live = put(replace(empty<Thing>(), page(10, [a(1)])), b(5), 20);
    const again = replace(live, page(15, [a(2)]));
    expect([...again.items.values()]).toEqual([a(2), b(5)]);
    expect(again.total).toBe(2);
    expect(replace(live, page(25, [a(2)])).items.has('b')).toBe(false);
  });

  it('keeps showing what it has when a later reading fails', () => {
    const read = replace(empty<Thing>(), page(10, [a(1)]));
    expect(failed(read, noAnswer('x'))).toMatchObject({ status: 'ready', items: read.items });
    expect(failed(empty<Thing>(), noAnswer('x')).status).toBe('failed');
  });
});
