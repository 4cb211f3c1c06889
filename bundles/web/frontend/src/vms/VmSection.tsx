import { Card, CardBody, CardHeader, CardTitle } from '../ui/patternfly';
import { useMemo, useState } from 'react';
import { useLive } from '../live/LiveContext';
import type { Operation } from './availability';
import type { Vm } from '../api/types';
import { CreateVmDialog } from './dialogs/CreateVmDialog';
import { useVmSearch } from './useVmSearch';
import { VmCounts } from './VmCounts';
import { VmListBody } from './VmListBody';
import { shownVms, type Sort } from './vmList';
import { VmToolbar } from './VmToolbar';

const PER_PAGE = 50;

interface Props {
  opened: string;
  onOpen: (id: string) => void;
  onBegin: (operation: Operation, vm: Vm) => void;
}

/** The list of VMs with its search, its counts and the way to a new one. */
export function VmSection({ opened, onOpen, onBegin }: Props) {
  const vms = useLive((state) => state.vms);
  const [sort, setSort] = useState<Sort>({ by: 'name', descending: false });
  const [page, setPage] = useState(1);
  const [creating, setCreating] = useState(false);
  const { search, setSearch } = useVmSearch(vms.next !== '', () => setPage(1));
  const shown = useMemo(() => shownVms(vms.items.values(), search, sort), [vms.items, search, sort]);
  const current = Math.min(page, Math.max(1, Math.ceil(shown.length / PER_PAGE)));
  const onCreate = () => setCreating(true);
  return (
    <Card component="section" aria-label="Virtual machines">
      <CardHeader
        actions={{ actions: <VmCounts vms={vms.items.values()} onPick={setSearch} />, hasNoOffset: true }}
      >
        <CardTitle component="h2">Virtual machines</CardTitle>
      </CardHeader>
      <CardBody>
        <VmToolbar
          search={search}
          onSearch={setSearch}
          shown={shown.length}
          page={current}
          perPage={PER_PAGE}
          onPage={setPage}
          onCreate={onCreate}
        />
        <VmListBody
          vms={vms}
          shown={shown.slice((current - 1) * PER_PAGE, current * PER_PAGE)}
          searching={search !== ''}
          onClearSearch={() => setSearch('')}
          onCreate={onCreate}
          table={{ sort, onSort: setSort, opened, onOpen, onBegin }}
        />
      </CardBody>
      {creating && <CreateVmDialog onClose={() => setCreating(false)} />}
    </Card>
  );
}
