import { toCluster, toSession, toTemplate, toVm, toVolume } from './decode';
import { toHost, toTask } from './decodeWork';
import { type Answer, type Call, send } from './http';
import { newKey } from './keys';
import { list, number, object, text } from './raw';
import { retried } from './retry';
import type { Cluster, Host, Page, Policy, Session, Task, Template, Vm, Volume } from './types';

export interface CreateVm {
  name: string;
  cpus: number;
  memoryMiB: number;
  template?: string;
  bootVolume?: string;
  policy: Policy;
  start: boolean;
}

export interface UpdateVm {
  /** Refuse unless the VM has this version. */
  version?: number;
  name: string;
  cpus: number;
  memoryMiB: number;
  policy: Policy;
}

/** The most that the API gives at once. */
const MAX_USERS = 1_000;

export type VmAction = 'start' | 'stop' | 'reboot' | 'reset' | 'pause' | 'resume';

export type DiskFate = 'keep' | 'delete';

export interface Query {
  limit?: number;
  after?: string;
  sort?: string;
  q?: string;
}

export async function login(user: string, password: string): Promise<Session> {
  const headers = { 'Idempotency-Key': newKey() };
  const body = { user, password };
  return toSession((await retried(() => send('/sessions', { method: 'POST', body, headers }))).body);
}

/** The REST API on behalf of one session. Every method throws an `ApiError` for anything but success. */
export class EdogApi {
  constructor(
    readonly token: string,
    /** Told when the session is no longer valid, by whichever request finds out. */
    readonly onUnauthorized: () => void = () => undefined,
  ) {}

  cluster = async (): Promise<Cluster> => toCluster((await this.call('/cluster')).body);
  vms = (query: Query = {}): Promise<Page<Vm>> => this.page('/vms', query, toVm);
  hosts = (query: Query = {}): Promise<Page<Host>> => this.page('/hosts', query, toHost);
  tasks = (query: Query = {}): Promise<Page<Task>> => this.page('/tasks', query, toTask);
  templates = (query: Query = {}): Promise<Page<Template>> => this.page('/templates', query, toTemplate);
  volumes = (query: Query = {}): Promise<Page<Volume>> => this.page('/volumes', query, toVolume);

  /** Names of users by their ids: at least the caller's own, all of them for those who may list them. */
  userNames = async (): Promise<ReadonlyMap<string, string>> => {
    const own = object((await this.call('/sessions/current')).body);
    const others = await this.page('/users', { limit: MAX_USERS }, object).catch(() => null);
    const named = [...(others?.items ?? []), { id: own['id'], name: own['user'] }];
    return new Map(named.map((user) => [text(user['id']), text(user['name'])]));
  };

  createVm = (vm: CreateVm, key: string): Promise<Task> => this.post('/vms', vm, key);

  updateVm = async (id: string, change: UpdateVm): Promise<Vm> =>
    toVm((await this.call(`/vms/${encodeURIComponent(id)}`, { method: 'PATCH', body: change })).body);

  act = (id: string, action: VmAction, body: unknown = {}): Promise<Task> =>
    this.post(`/vms/${encodeURIComponent(id)}/${action}`, body);

  deleteVm = async (id: string, disks: DiskFate): Promise<Task> =>
    toTask((await this.call(`/vms/${encodeURIComponent(id)}?disks=${disks}`, { method: 'DELETE' })).body);

  cancelTask = (id: string): Promise<Task> => this.post(`/tasks/${encodeURIComponent(id)}/cancel`, {});

  logout = async (): Promise<void> => void (await this.call('/sessions/current', { method: 'DELETE' }));

  private async post(path: string, body: unknown, key = newKey()): Promise<Task> {
    const headers = { 'Idempotency-Key': key };
    const answer = await retried(() => this.call(path, { method: 'POST', body, headers }));
    return toTask(answer.body);
  }

  private async page<T>(path: string, query: Query, decode: (raw: unknown) => T): Promise<Page<T>> {
    const answer = await this.call(path + queryString(query));
    const body = object(answer.body);
    const items = list(body['items']).map(decode);
    return {
      items,
      total: number(body['total'], items.length),
      next: text(body['next']),
      index: answer.index,
    };
  }

  private async call(path: string, call: Call = {}): Promise<Answer> {
    try {
      return await send(path, { ...call, token: this.token });
    } catch (error) {
      this.noteUnauthorized(error);
      throw error;
    }
  }

  private noteUnauthorized(error: unknown): void {
    if (error instanceof Error && 'status' in error && error.status === 401) {
      this.onUnauthorized();
    }
  }
}

function queryString(query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const params = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]));
  return pairs.length === 0 ? '' : `?${params.toString()}`;
}
