import { randomUUID } from 'node:crypto';

/** How much of the journal is kept for clients that resume. */
const MAX_ENTRIES = 1_000;

/** A cluster of one that lives in memory: objects by kind, an index, and those who follow. */
export class Cluster {
  index = 0;
  entries = [];
  followers = new Set();
  kinds = { vm: new Map(), host: new Map(), task: new Map(), template: new Map(), volume: new Map() };

  constructor() {
    this.put('host', {
      id: 'node1',
      name: 'node1',
      state: 'up',
      agent: 'up',
      libvirt: 'up',
      cpus: 8,
      memoryMiB: 16_384,
      freeMiB: 11_000,
      bootId: randomUUID(),
      labels: {},
    });
    this.template('tiny-linux', 'linux', '1');
    this.template('debian-12', 'debian', '12');
  }

  template(name, os, version) {
    const sizeBytes = 64 * 2 ** 20;
    this.put('template', { id: randomUUID(), name, pool: 'default', os, version, sizeBytes, state: 'ready' });
  }

  get(kind, id) {
    return this.kinds[kind].get(id);
  }

  list(kind) {
    return [...this.kinds[kind].values()];
  }

  put(kind, object, by = 'system') {
    this.kinds[kind].set(object.id, object);
    this.tell(`${kind}.put`, object, by);
    return object;
  }

  /** Changes an object that may be gone by now. */
  change(kind, id, fields, by) {
    const before = this.get(kind, id);
    return before && this.put(kind, { ...before, ...fields }, by);
  }

  remove(kind, id) {
    this.kinds[kind].delete(id);
    this.tell(`${kind}.removed`, { id }, 'system');
  }

  tell(name, object, by) {
    this.index += 1;
    const entry = { index: this.index, name, data: { index: this.index, at: now(), by, object } };
    this.entries = [...this.entries, entry].slice(-MAX_ENTRIES);
    this.followers.forEach((follower) => follower(entry));
  }
}

export function now() {
  return new Date().toISOString();
}
