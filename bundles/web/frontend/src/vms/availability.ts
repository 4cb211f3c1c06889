import type { Vm, VmState } from '../api/types';

export type Operation = 'start' | 'stop' | 'reboot' | 'reset' | 'pause' | 'resume' | 'edit' | 'delete';

/** In the order in which they are offered. */
export const OPERATIONS: readonly Operation[] = [
  'start',
  'stop',
  'reboot',
  'reset',
  'pause',
  'resume',
  'edit',
  'delete',
];

export const OPERATION_WORDS: Readonly<Record<Operation, string>> = {
  start: 'Start',
  stop: 'Stop…',
  reboot: 'Reboot',
  reset: 'Reset…',
  pause: 'Pause',
  resume: 'Resume',
  edit: 'Edit…',
  delete: 'Delete…',
};

/** The states in which each operation makes sense. The server decides; this spares people pointless tries. */
const POSSIBLE_IN: Readonly<Record<Exclude<Operation, 'edit'>, readonly VmState[]>> = {
  start: ['stopped', 'error'],
  stop: ['starting', 'running', 'paused', 'stopping', 'unknown', 'error'],
  reboot: ['running'],
  reset: ['running', 'paused'],
  pause: ['running'],
  resume: ['paused'],
  delete: ['stopped', 'error'],
};

/** Why an operation is not possible now, in a sentence; empty when it is possible. */
export function whyNot(operation: Operation, vm: Vm): string {
  if (operation === 'edit' || POSSIBLE_IN[operation].includes(vm.state)) {
    return '';
  }
  if (vm.state === 'creating') {
    return 'It is still being created.';
  }
  if (vm.state === 'unknown') {
    return 'edog cannot tell now whether it runs.';
  }
  return REASONS[operation](vm.state);
}

const REASONS: Readonly<Record<Exclude<Operation, 'edit'>, (state: VmState) => string>> = {
  start: (state) => (state === 'paused' ? 'It is paused: resume it instead.' : `It is ${state} already.`),
  stop: (state) => (state === 'stopped' ? 'It is stopped already.' : `It is ${state}: wait for that to end.`),
  reboot: onlyRunning,
  reset: onlyRunning,
  pause: (state) => (state === 'paused' ? 'It is paused already.' : onlyRunning(state)),
  resume: (state) => `Only a paused VM can be resumed; it is ${state}.`,
  delete: () => 'Stop it first: only a stopped VM can be deleted.',
};

function onlyRunning(state: VmState): string {
  return `It does not run: it is ${state}.`;
}

/** The one operation most likely wanted next. */
export function primaryOperation(vm: Vm): 'start' | 'stop' | 'resume' {
  if (vm.state === 'paused') {
    return 'resume';
  }
  return vm.state === 'stopped' || vm.state === 'creating' ? 'start' : 'stop';
}
