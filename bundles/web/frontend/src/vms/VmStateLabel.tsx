import { Label } from '../ui/patternfly';
import type { VmState } from '../api/types';
import { VM_LOOKS } from './vmState';

export function VmStateLabel({ state, 'data-testid': testId }: { state: VmState; 'data-testid'?: string }) {
  const { text, color, icon: Icon } = VM_LOOKS[state];
  return (
    <Label color={color} icon={<Icon />} data-testid={testId} data-state={state}>
      {text}
    </Label>
  );
}
