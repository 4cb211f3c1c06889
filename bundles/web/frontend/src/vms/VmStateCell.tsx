import type { Task, Vm } from '../api/types';
import { TaskLine } from '../tasks/TaskLine';
import { Ago } from '../ui/Ago';
import { sentence } from '../ui/format';
import { needsExplaining } from './vmState';
import { VmStateLabel } from './VmStateLabel';

interface Props {
  vm: Vm;
  /** The unfinished task of this VM, if there is one. */
  task: Task | undefined;
}

/** What a VM is, why, since when, and what is being done to it. */
export function VmStateCell({ vm, task }: Props) {
  return (
    <div className="edog-state">
      <VmStateLabel state={vm.state} data-testid={`vm-state-${vm.name}`} />
      {needsExplaining(vm.state) && <Explanation vm={vm} />}
      {!needsExplaining(vm.state) && vm.reason !== '' && (
        <span className="edog-muted">{sentence(vm.reason)}</span>
      )}
      {vm.pending.length > 0 && <Pending fields={vm.pending} />}
      {task && <TaskLine task={task} />}
    </div>
  );
}

function Explanation({ vm }: { vm: Vm }) {
  return (
    <span className="edog-reason" data-testid={`vm-reason-${vm.name}`}>
      {sentence(vm.reason || 'No reason was given')} <Ago since={vm.since} prefix="For " suffix="." />{' '}
      <Ago since={vm.observedAt} prefix="Last confirmed " suffix=" ago." />
    </span>
  );
}

const FIELD_WORDS: Readonly<Record<string, string>> = { memoryMiB: 'memory', cpus: 'CPUs' };

/** Changes of the definition that wait for the next start. */
export function Pending({ fields }: { fields: readonly string[] }) {
  const words = fields.map((field) => FIELD_WORDS[field] ?? field).join(', ');
  return <span className="edog-muted">New {words} at the next start</span>;
}
