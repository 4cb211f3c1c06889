import { Label, LabelGroup } from '../ui/patternfly';
import type { Vm } from '../api/types';
import { countByState } from './vmList';
import { VM_LOOKS } from './vmState';

/** How many VMs are in each state; a click searches for that state. */
export function VmCounts({ vms, onPick }: { vms: Iterable<Vm>; onPick: (state: string) => void }) {
  const counts = [...countByState(vms)].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return (
    <LabelGroup numLabels={9} aria-label="VMs by state">
      {counts.map(([state, count]) => {
        const { text, color, icon: Icon } = VM_LOOKS[state];
        return (
          <Label
            key={state}
            isCompact
            variant="outline"
            color={color}
            icon={<Icon />}
            onClick={() => onPick(state)}
          >
            {count} {text.toLowerCase()}
          </Label>
        );
      })}
    </LabelGroup>
  );
}

/** Trouble first. */
const ORDER: readonly string[] = ['error', 'unknown', ...Object.keys(VM_LOOKS)];
