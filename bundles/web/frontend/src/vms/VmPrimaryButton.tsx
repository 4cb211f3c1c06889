import { Button } from '../ui/patternfly';
import type { Vm } from '../api/types';
import { OffIcon, PlayIcon } from '../ui/icons';
import { type Operation, OPERATION_WORDS, primaryOperation, whyNot } from './availability';

interface Props {
  vm: Vm;
  onBegin: (operation: Operation, vm: Vm) => void;
}

/** The likeliest operation, one click away. */
export function VmPrimaryButton({ vm, onBegin }: Props) {
  const operation = primaryOperation(vm);
  const why = whyNot(operation, vm);
  return (
    <Button
      variant="secondary"
      size="sm"
      icon={operation === 'stop' ? <OffIcon /> : <PlayIcon />}
      isAriaDisabled={why !== ''}
      title={why}
      aria-label={`${OPERATION_WORDS[operation]} ${vm.name}`}
      onClick={() => onBegin(operation, vm)}
    >
      {OPERATION_WORDS[operation]}
    </Button>
  );
}
