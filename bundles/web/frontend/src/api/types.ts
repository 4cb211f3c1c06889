/** What the REST API tells, as the page uses it. Missing optional fields read as empty, never as undefined. */

export type VmState =
  'creating' | 'stopped' | 'starting' | 'running' | 'paused' | 'stopping' | 'migrating' | 'unknown' | 'error';

export type Power = 'running' | 'paused' | 'stopped';

export type PolicyAction = 'restart' | 'stop' | 'leave';

export interface Policy {
  onCrash: PolicyAction;
  onShutdown: PolicyAction;
  onHostLoss: PolicyAction;
}

export interface Disk {
  volume: string;
  bus: string;
}

export interface Nic {
  bridge: string;
  mac: string;
  model: string;
}

export interface Vm {
  id: string;
  name: string;
  owner: string;
  cpus: number;
  memoryMiB: number;
  disks: Disk[];
  nics: Nic[];
  desired: Power;
  state: VmState;
  /** Why it is so, in a sentence; may be empty. */
  reason: string;
  /** When the state began; empty when not told. */
  since: string;
  /** When a host last said so; empty when not told. */
  observedAt: string;
  /** Id of the host of the present run, or empty. */
  host: string;
  /** Number of the present run, or null. */
  run: number | null;
  policy: Policy;
  /** Fields that take effect at the next start. */
  pending: string[];
  version: number;
}

export type HostState = 'up' | 'unknown' | 'lost' | 'fenced' | 'maintenance';

export interface Host {
  id: string;
  name: string;
  state: HostState;
  reason: string;
  since: string;
  /** `up`, or why it does not answer. */
  agent: string;
  /** `up`, or why it does not answer. */
  libvirt: string;
  leaseExpiresInMs: number | null;
  cpus: number;
  memoryMiB: number;
  freeMiB: number | null;
}

export type TaskState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

export interface Task {
  id: string;
  /** What is done, such as `vm.start`. */
  kind: string;
  /** Id of the object it is done to. */
  subject: string;
  state: TaskState;
  /** 0 to 100. */
  progress: number;
  message: string;
  problem: Problem | null;
  createdAt: string;
  updatedAt: string;
}

export interface Template {
  id: string;
  name: string;
  os: string;
  version: string;
  sizeBytes: number;
  state: string;
}

export interface Volume {
  id: string;
  name: string;
  sizeBytes: number;
  state: string;
  /** Id of the VM that has it, or empty. */
  attachedTo: string;
}

export interface Cluster {
  node: string;
  /** Node name of the leader, or empty when there is none. */
  leader: string;
  epoch: number;
  index: number;
  /** `armed`, `disarmed`, or what else the cluster says of itself; empty when not told. */
  armed: string;
  /** Why it is not serving or not armed; may be empty. */
  reason: string;
  members: string[];
}

export interface Session {
  token: string;
  user: string;
  roles: string[];
  expiresAt: string;
}

/** application/problem+json: what is wrong, with which field, and what cures it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  field: string;
  cure: string;
}

export interface Page<T> {
  items: T[];
  total: number;
  /** Where the next page begins, or empty at the end. */
  next: string;
  /** The cluster index this page was read at. */
  index: number;
}
