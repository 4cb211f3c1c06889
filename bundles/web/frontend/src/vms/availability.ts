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

/**
 * Why an operation is not possible now, in a sentence; empty when it is possible. The server decides, and this says
 * what it would say, to spare people pointless tries.
 */
export function whyNot(operation: Operation, vm: Vm): string {
  return RULES[operation](vm);
}

const POSSIBLE = '';

const RULES: Readonly<Record<Operation, (vm: Vm) => string>> = {
  start: whyNoStart,
  stop: whyNoStop,
  reboot: (vm) => onlyIn(['running'], vm),
  reset: (vm) => onlyIn(['running', 'paused'], vm),
  pause: (vm) => (vm.state === 'paused' ? 'It is paused already.' : onlyIn(['running'], vm)),
  resume: (vm) => onlyIn(['paused'], vm),
  edit: () => POSSIBLE,
  delete: (vm) => (vm.run === null ? POSSIBLE : 'Stop it first: only a stopped VM can be deleted.'),
};

function whyNoStart({ state, run }: Vm): string {
  if (state === 'unknown') {
    return 'edog cannot tell now whether it runs, and never runs it twice.';
  }
  if (state === 'paused') {
    return 'It is paused: resume it instead.';
  }
  if (state === 'creating') {
    return 'It is still being created.';
  }
  return run !== null || state === 'starting' ? `It is ${state} already.` : POSSIBLE;
}

/** Without a run there may still be something to stop: a start or restart that waits. */
function whyNoStop({ state, run, desired }: Vm): string {
  const waiting = desired !== 'stopped' && state !== 'creating';
  return run !== null || waiting ? POSSIBLE : 'There is nothing to stop: it does not run.';
}

function onlyIn(states: readonly VmState[], vm: Vm): string {
  if (vm.state === 'unknown') {
    return 'edog cannot reach it now.';
  }
  return states.includes(vm.state) ? POSSIBLE : `It must be ${states.join(' or ')}; it is ${vm.state}.`;
}

/** The one operation most likely wanted next. */
export function primaryOperation(vm: Vm): 'start' | 'stop' | 'resume' {
  if (vm.state === 'paused') {
    return 'resume';
  }
  return vm.run === null && vm.state !== 'starting' ? 'start' : 'stop';
}
