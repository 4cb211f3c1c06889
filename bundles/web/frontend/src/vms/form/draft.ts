import type { CreateVm, UpdateVm } from '../../api/EdogApi';
import type { Policy, PolicyAction, Problem, Vm } from '../../api/types';

/** What people typed, before anyone judged it. */
export interface Draft {
  name: string;
  cpus: string;
  memoryMiB: string;
  source: 'template' | 'bootVolume';
  template: string;
  bootVolume: string;
  onCrash: PolicyAction;
  onShutdown: PolicyAction;
  onHostLoss: PolicyAction;
  start: boolean;
}

export type DraftField = keyof Draft;

export const NEW_DRAFT: Draft = {
  name: '',
  cpus: '1',
  memoryMiB: '512',
  source: 'template',
  template: '',
  bootVolume: '',
  onCrash: 'restart',
  onShutdown: 'stop',
  onHostLoss: 'restart',
  start: true,
};

export function draftOf(vm: Vm): Draft {
  return {
    ...NEW_DRAFT,
    ...vm.policy,
    name: vm.name,
    cpus: String(vm.cpus),
    memoryMiB: String(vm.memoryMiB),
  };
}

function policyOf({ onCrash, onShutdown, onHostLoss }: Draft): Policy {
  return { onCrash, onShutdown, onHostLoss };
}

export function toUpdate(draft: Draft): UpdateVm {
  return {
    name: draft.name.trim(),
    cpus: Number(draft.cpus),
    memoryMiB: Number(draft.memoryMiB),
    policy: policyOf(draft),
  };
}

export function toCreate(draft: Draft): CreateVm {
  const { source } = draft;
  return { ...toUpdate(draft), [source]: draft[source], start: draft.start };
}

/** Problems by field; what belongs to no field is under the empty name. */
export type FieldProblems = Partial<Record<string, Problem>>;

/**
 * What cannot even be sent. Whether a value is allowed is for the server to judge: its rules are in one place, and its
 * answer names the field and the cure.
 */
export function unsendable(draft: Draft, fields: readonly DraftField[]): FieldProblems {
  const checks: [DraftField, boolean, string][] = [
    ['name', draft.name.trim() === '', 'Give it a name.'],
    ['cpus', !isWhole(draft.cpus), 'Type a whole number, such as 2.'],
    ['memoryMiB', !isWhole(draft.memoryMiB), 'Type a whole number of MiB, such as 512.'],
    ['template', draft.source === 'template' && draft.template === '', 'Choose a template.'],
    ['bootVolume', draft.source === 'bootVolume' && draft.bootVolume === '', 'Choose a disk.'],
  ];
  const wrong = checks.filter(([field, bad]) => bad && fields.includes(field));
  return Object.fromEntries(wrong.map(([field, , cure]) => [field, missing(field, cure)]));
}

function isWhole(value: string): boolean {
  return /^\s*-?\d+\s*$/.test(value);
}

function missing(field: string, cure: string): Problem {
  return { type: 'missing', title: 'Missing', status: 0, detail: '', field, cure };
}

/** Sorts a refusal to its field on the form, or to the form as a whole. */
export function byField(problem: Problem, fields: readonly DraftField[]): FieldProblems {
  const last = problem.field.split('.').at(-1) ?? '';
  const known = fields.find((field) => field === problem.field || field === last);
  return { [known ?? '']: problem };
}
