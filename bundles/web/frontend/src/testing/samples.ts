import { toVm } from '../api/decode';
import type { Task, Vm } from '../api/types';

/** A running VM, but for the given fields. */
export function aVm(fields: Partial<Vm> = {}): Vm {
  const vm = toVm({
    id: 'vm-1',
    name: 'web',
    cpus: 1,
    memoryMiB: 512,
    desired: 'running',
    state: 'running',
    run: 1,
  });
  return { ...vm, ...fields };
}

/** A running task, but for the given fields. */
export function aTask(fields: Partial<Task> = {}): Task {
  return {
    id: 'task-1',
    kind: 'vm.start',
    subject: 'vm-1',
    state: 'running',
    progress: 10,
    message: '',
    problem: null,
    createdAt: '2026-01-01T10:00:00Z',
    updatedAt: '2026-01-01T10:00:00Z',
    ...fields,
  };
}
