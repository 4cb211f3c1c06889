import { Button } from '../ui/patternfly';
import { Td, Tr } from '@patternfly/react-table';
import { memo } from 'react';
import type { Task, Vm } from '../api/types';
import { mebibytes } from '../ui/format';
import type { Operation } from './availability';
import { VmMenu } from './VmMenu';
import { VmPrimaryButton } from './VmPrimaryButton';
import { VmStateCell } from './VmStateCell';

interface Props {
  vm: Vm;
  task: Task | undefined;
  hostName: string;
  selected: boolean;
  onBegin: (operation: Operation, vm: Vm) => void;
  onOpen: (id: string) => void;
}

/** One VM. Rendered again only when something of it changed. */
export const VmRow = memo(function VmRow({ vm, task, hostName, selected, onBegin, onOpen }: Props) {
  return (
    <Tr isRowSelected={selected} data-testid={`vm-row-${vm.name}`}>
      <Td dataLabel="Name">
        <Button variant="link" isInline onClick={() => onOpen(vm.id)} data-testid={`vm-open-${vm.name}`}>
          {vm.name}
        </Button>
      </Td>
      <Td dataLabel="State">
        <VmStateCell vm={vm} task={task} />
      </Td>
      <Td dataLabel="Host">{hostName || '–'}</Td>
      <Td dataLabel="CPUs">{vm.cpus}</Td>
      <Td dataLabel="Memory" modifier="nowrap">
        {mebibytes(vm.memoryMiB)}
      </Td>
      <Td isActionCell>
        <div className="edog-actions">
          <VmPrimaryButton vm={vm} onBegin={onBegin} />
          <VmMenu vm={vm} onBegin={onBegin} />
        </div>
      </Td>
    </Tr>
  );
});
