import { toProblem } from './problem';
import { number, numberOrNull, object, oneOf, text } from './raw';
import type { Host, HostState, Task, TaskState } from './types';

const HOST_STATES: readonly HostState[] = ['up', 'unknown', 'lost', 'fenced', 'maintenance'];
const TASK_STATES: readonly TaskState[] = ['queued', 'running', 'succeeded', 'failed', 'cancelled'];

/** What the replicated state holds of a host; its lease and free memory are read live, and missing in events. */
export function toHost(value: unknown): Host {
  const raw = object(value);
  return {
    id: text(raw['id']),
    name: text(raw['name']) || text(raw['id']),
    state: oneOf(raw['state'], HOST_STATES, 'unknown'),
    reason: text(raw['reason']),
    since: text(raw['since']),
    agent: text(raw['agent']),
    libvirt: text(raw['libvirt']),
    leaseExpiresInMs: numberOrNull(object(raw['lease'])['expiresInMs']),
    cpus: number(raw['cpus']),
    memoryMiB: number(raw['memoryMiB']),
    freeMiB: numberOrNull(raw['freeMiB']),
  };
}

export function toTask(value: unknown): Task {
  const raw = object(value);
  const problem = raw['problem'];
  return {
    id: text(raw['id']),
    kind: text(raw['kind']) || text(raw['type']),
    subject: text(raw['subject']),
    state: oneOf(raw['state'], TASK_STATES, 'queued'),
    progress: number(raw['progress']),
    message: text(raw['message']),
    problem: problem === null || problem === undefined ? null : toProblem(problem, 0),
    createdAt: text(raw['createdAt']),
    updatedAt: text(raw['updatedAt']),
  };
}

export function isOver(task: Task): boolean {
  return task.state === 'succeeded' || task.state === 'failed' || task.state === 'cancelled';
}
