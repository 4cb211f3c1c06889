import { randomUUID } from 'node:crypto';
import { ADMIN, Machines } from './machines.mjs';
import { Refusal } from './refusal.mjs';

/** The one password of the mock. */
export const PASSWORD = process.env.MOCK_PASSWORD ?? 'secret';

/** Answers requests of the REST API out of memory. */
export class Api {
  sessions = new Set();
  /** Set by tests: every answer is a 503 with this sentence. */
  away = '';

  constructor(cluster) {
    this.cluster = cluster;
    this.machines = new Machines(cluster);
  }

  /** @returns {{status: number, body?: unknown, location?: string}} */
  answer(method, path, query, token, body) {
    const [root, id, verb] = path.split('/').filter(Boolean);
    if (method === 'POST' && root === 'sessions') {
      return this.login(body);
    }
    this.admit(token);
    if (method === 'GET') {
      return this.read(root, id, query);
    }
    return this.write(method, root, id, verb, body, token, query);
  }

  admit(token) {
    if (this.away !== '') {
      throw new Refusal(503, this.away, '', 'Install the feature edog-manager.');
    }
    if (!this.sessions.has(token)) {
      throw new Refusal(401, 'The session is unknown or has expired.', '', 'Log in.');
    }
  }

  login({ user, password } = {}) {
    if (user !== 'admin' || password !== PASSWORD) {
      throw new Refusal(
        401,
        'The user or the password is wrong.',
        '',
        'The password of admin is in DATA/admin-password.',
      );
    }
    const token = randomUUID();
    this.sessions.add(token);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    return { status: 201, body: { token, user, roles: ['administrator'], expiresAt } };
  }

  read(root, id, query) {
    const kind = root.replace(/s$/, '');
    if (root === 'cluster') {
      return { status: 200, body: this.status() };
    }
    if (root === 'sessions') {
      return { status: 200, body: { user: 'admin', id: ADMIN, roles: ['administrator'] } };
    }
    if (root === 'users') {
      return { status: 200, body: { items: [{ id: ADMIN, name: 'admin' }], total: 1 } };
    }
    if (this.cluster.kinds[kind] === undefined) {
      throw new Refusal(404, `There is no ${root}.`);
    }
    return id ? { status: 200, body: this.machines.find(id) } : { status: 200, body: this.page(kind, query) };
  }

  page(kind, query) {
    const q = (query.get('q') ?? '').toLowerCase();
    const sort = query.get('sort') ?? 'id';
    const found = this.cluster.list(kind).filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(q));
    if (found.some((each) => each[sort] === undefined)) {
      throw new Refusal(400, "It can't be sorted by this.", 'sort', 'Sort by a field that there is.');
    }
    const all = found.sort((a, b) => (a[sort] > b[sort] ? 1 : -1));
    const limit = Number(query.get('limit') ?? 100);
    const begin = Number(query.get('after') ?? 0);
    const end = begin + limit;
    const next = end < all.length ? String(end) : null;
    return { items: all.slice(begin, end), total: all.length, next };
  }

  status() {
    const { index } = this.cluster;
    return {
      node: 'node1',
      leader: 'node1',
      epoch: 1,
      index,
      armed: false,
      members: ['node1'],
      reason: REASON,
    };
  }

  write(method, root, id, verb, body, token, query) {
    if (root === 'sessions') {
      this.sessions.delete(token);
      return { status: 204 };
    }
    if (root !== 'vms') {
      throw new Refusal(404, `There is no ${root}.`);
    }
    if (method === 'PATCH') {
      return { status: 200, body: this.machines.update(id, body) };
    }
    return this.task(method, id, verb, body, query);
  }

  task(method, id, verb, body, query) {
    if (method === 'DELETE') {
      return { status: 202, body: this.machines.delete(id, query.get('disks') ?? 'keep') };
    }
    const task = id ? this.machines.act(id, verb) : this.machines.create(body);
    return { status: 202, body: task, location: `/api/v1/vms/${task.subject}` };
  }
}

const REASON = 'A cluster of one host has nowhere to restart a VM.';
