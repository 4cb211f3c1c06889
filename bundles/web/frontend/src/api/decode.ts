import { list, number, numberOrNull, object, oneOf, text, word } from './raw';
import type { Cluster, Policy, Session, Template, Vm, VmState, Volume } from './types';

const VM_STATES: readonly VmState[] = [
  'creating',
  'stopped',
  'starting',
  'running',
  'paused',
  'stopping',
  'migrating',
  'unknown',
  'error',
];

const POLICY_ACTIONS = ['restart', 'stop', 'leave'] as const;

function policy(value: unknown): Policy {
  const raw = object(value);
  return {
    onCrash: oneOf(raw['onCrash'], POLICY_ACTIONS, 'restart'),
    onShutdown: oneOf(raw['onShutdown'], POLICY_ACTIONS, 'stop'),
    onHostLoss: oneOf(raw['onHostLoss'], POLICY_ACTIONS, 'restart'),
  };
}

function disk(value: unknown) {
  const raw = object(value);
  return { volume: text(raw['volume']), bus: word(raw['bus']) };
}

function nic(value: unknown) {
  const raw = object(value);
  return {
    bridge: text(raw['bridge']) || text(raw['network']),
    mac: text(raw['mac']),
    model: text(raw['model']),
  };
}

/** A state this page does not know reads `unknown`: it must never look like a healthy one. */
export function toVm(value: unknown): Vm {
  const raw = object(value);
  const run = object(raw['run']);
  return {
    id: text(raw['id']),
    name: text(raw['name']),
    owner: text(raw['owner']),
    cpus: number(raw['cpus']),
    memoryMiB: number(raw['memoryMiB']),
    disks: list(raw['disks']).map(disk),
    nics: list(raw['nics']).map(nic),
    desired: oneOf(raw['desired'], ['running', 'paused', 'stopped'] as const, 'stopped'),
    state: oneOf(raw['state'], VM_STATES, 'unknown'),
    reason: text(raw['reason']),
    since: text(raw['since']),
    observedAt: text(raw['observedAt']),
    host: text(raw['host']) || text(run['host']),
    run: numberOrNull(raw['run']) ?? numberOrNull(run['number']),
    policy: policy(raw['policy']),
    pending: list(raw['pending']).map(text),
    version: number(raw['version']),
  };
}

export function toTemplate(value: unknown): Template {
  const raw = object(value);
  return {
    id: text(raw['id']),
    name: text(raw['name']),
    os: text(raw['os']),
    version: text(raw['version']),
    sizeBytes: number(raw['sizeBytes']),
    state: word(raw['state']),
  };
}

export function toVolume(value: unknown): Volume {
  const raw = object(value);
  return {
    id: text(raw['id']),
    name: text(raw['name']),
    sizeBytes: number(raw['sizeBytes']),
    state: word(raw['state']),
    attachedTo: text(raw['attachedTo']),
  };
}

function armed(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'armed' : 'disarmed') : word(value);
}

function member(value: unknown): string {
  const raw = object(value);
  return text(value) || text(raw['name']) || text(raw['id']) || text(raw['node']);
}

export function toCluster(value: unknown): Cluster {
  const raw = object(value);
  return {
    node: text(raw['node']),
    leader: text(raw['leader']),
    epoch: number(raw['epoch']),
    index: number(raw['index']),
    armed: armed(raw['armed']),
    reason: text(raw['reason']),
    members: list(raw['members']).map(member),
  };
}

export function toSession(value: unknown): Session {
  const raw = object(value);
  return {
    token: text(raw['token']),
    user: text(raw['user']),
    roles: list(raw['roles']).map(text),
    expiresAt: text(raw['expiresAt']),
  };
}
