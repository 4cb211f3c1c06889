import type { ApiError } from '../api/problem';
import type { Cluster, Host, Task, Template, Vm } from '../api/types';
import { type Collection, empty } from './collection';
import type { EventLine } from './eventLine';

/** How the page is connected to the event stream. */
export interface Connection {
  phase: 'connecting' | 'live' | 'lost' | 'given-up';
  /** When something was last heard, in ms since 1970; 0 for never. */
  heardAt: number;
  /** When the next try comes, in ms since 1970; 0 for none planned. */
  retryAt: number;
  error: ApiError | null;
}

/** Everything the page knows. Replaced as a whole at each change; parts that did not change stay identical. */
export interface LiveState {
  vms: Collection<Vm>;
  hosts: Collection<Host>;
  tasks: Collection<Task>;
  templates: Collection<Template>;
  cluster: Cluster | null;
  clusterError: ApiError | null;
  /** The newest first, bounded. */
  events: readonly EventLine[];
  /** What ids are, or were, called: users, and VMs that are gone. */
  names: ReadonlyMap<string, string>;
  /** Index of the newest event taken in. */
  lastIndex: number;
  connection: Connection;
}

export const INITIAL: LiveState = {
  vms: empty(),
  hosts: empty(),
  tasks: empty(),
  templates: empty(),
  cluster: null,
  clusterError: null,
  events: [],
  names: new Map(),
  lastIndex: 0,
  connection: { phase: 'connecting', heardAt: 0, retryAt: 0, error: null },
};
