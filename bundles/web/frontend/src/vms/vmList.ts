import type { Host, Task, Vm } from '../api/types';
import { isOver } from '../api/decodeWork';

export type SortKey = 'name' | 'state' | 'host' | 'cpus' | 'memoryMiB';

export interface Sort {
  by: SortKey;
  descending: boolean;
}

/** The VMs whose name, state, host, reason or id contain every word of the search, in the given order. */
export function shownVms(vms: Iterable<Vm>, search: string, sort: Sort): Vm[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (vm: Vm) => {
    const haystack = `${vm.name} ${vm.state} ${vm.host} ${vm.reason} ${vm.id}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  };
  return [...vms].filter(matches).sort(comparator(sort));
}

function comparator({ by, descending }: Sort): (a: Vm, b: Vm) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => sign * compare(a[by], b[by]) || byName(a, b) || a.id.localeCompare(b.id);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : natural.compare(String(a), String(b));
}

/** `vm2` comes before `vm10`. */
const natural = new Intl.Collator(undefined, { numeric: true });

function byName(a: Vm, b: Vm): number {
  return natural.compare(a.name, b.name);
}

/** The unfinished task per VM id. */
export function openTasks(tasks: Iterable<Task>): Map<string, Task> {
  return new Map([...tasks].filter((task) => !isOver(task)).map((task) => [task.subject, task]));
}

export function hostNames(hosts: Iterable<Host>): Map<string, string> {
  return new Map([...hosts].map((host) => [host.id, host.name]));
}

/** How many VMs are in each state, for the line above the list. */
export function countByState(vms: Iterable<Vm>): Map<Vm['state'], number> {
  const counts = new Map<Vm['state'], number>();
  for (const vm of vms) {
    counts.set(vm.state, (counts.get(vm.state) ?? 0) + 1);
  }
  return counts;
}
