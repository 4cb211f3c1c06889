import { SortByDirection, Table, Tbody, Th, Thead, Tr, type ThProps } from '@patternfly/react-table';
import { useMemo } from 'react';
import type { Vm } from '../api/types';
import { useLive } from '../live/LiveContext';
import type { Operation } from './availability';
import { hostNames, openTasks, type Sort, type SortKey } from './vmList';
import { VmRow } from './VmRow';

const COLUMNS: readonly { key: SortKey; title: string; width: ThProps['width'] }[] = [
  { key: 'name', title: 'Name', width: 25 },
  { key: 'state', title: 'State', width: 45 },
  { key: 'host', title: 'Host', width: 10 },
  { key: 'cpus', title: 'CPUs', width: 10 },
  { key: 'memoryMiB', title: 'Memory', width: 10 },
];

interface Props {
  vms: readonly Vm[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  opened: string;
  onOpen: (id: string) => void;
  onBegin: (operation: Operation, vm: Vm) => void;
}

export function VmTable({ vms, sort, onSort, opened, onOpen, onBegin }: Props) {
  const tasks = useLive((state) => state.tasks.items);
  const hosts = useLive((state) => state.hosts.items);
  const taskOf = useMemo(() => openTasks(tasks.values()), [tasks]);
  const nameOf = useMemo(() => hostNames(hosts.values()), [hosts]);
  return (
    <Table aria-label="Virtual machines" variant="compact" data-testid="vm-table">
      <Thead>
        <Tr>
          {COLUMNS.map((column, index) => (
            <Th key={column.key} width={column.width} modifier="nowrap" sort={sortProps(index, sort, onSort)}>
              {column.title}
            </Th>
          ))}
          <Th screenReaderText="Actions" />
        </Tr>
      </Thead>
      <Tbody>
        {vms.map((vm) => (
          <VmRow
            key={vm.id}
            vm={vm}
            task={taskOf.get(vm.id)}
            hostName={nameOf.get(vm.host) ?? vm.host}
            selected={vm.id === opened}
            onOpen={onOpen}
            onBegin={onBegin}
          />
        ))}
      </Tbody>
    </Table>
  );
}

function sortProps(columnIndex: number, sort: Sort, onSort: (sort: Sort) => void): ThProps['sort'] {
  return {
    columnIndex,
    sortBy: {
      index: COLUMNS.findIndex((column) => column.key === sort.by),
      direction: sort.descending ? 'desc' : 'asc',
    },
    onSort: (_event, index, direction) =>
      onSort({ by: COLUMNS[index]?.key ?? 'name', descending: direction === SortByDirection.desc }),
  };
}
