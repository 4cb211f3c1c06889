import { Bullseye, Button, Spinner } from '../ui/patternfly';
import type { ComponentProps } from 'react';
import type { Vm } from '../api/types';
import type { Collection } from '../live/collection';
import { useLiveClient } from '../live/LiveContext';
import { ProblemAlert } from '../ui/ProblemAlert';
import { LoadMore } from './LoadMore';
import { NoMatch, NoVms } from './VmEmpty';
import { VmTable } from './VmTable';

interface Props {
  vms: Collection<Vm>;
  shown: readonly Vm[];
  searching: boolean;
  onClearSearch: () => void;
  onCreate: () => void;
  table: Omit<ComponentProps<typeof VmTable>, 'vms'>;
}

/** The table, or what is to be said instead of it. */
export function VmListBody({ vms, shown, searching, onClearSearch, onCreate, table }: Props) {
  if (vms.status === 'loading') {
    return (
      <Bullseye className="edog-waiting">
        <Spinner aria-label="Loading virtual machines" />
      </Bullseye>
    );
  }
  if (vms.status === 'failed' && vms.error !== null) {
    return <ProblemAlert problem={vms.error.problem} action={<TryNow />} data-testid="vm-problem" />;
  }
  if (vms.items.size === 0) {
    return <NoVms onCreate={onCreate} />;
  }
  return (
    <>
      {shown.length === 0 && searching ? (
        <NoMatch onClear={onClearSearch} />
      ) : (
        <VmTable vms={shown} {...table} />
      )}
      {vms.next !== '' && <LoadMore loaded={vms.items.size} total={vms.total} />}
    </>
  );
}

function TryNow() {
  const client = useLiveClient();
  return (
    <Button variant="link" isInline onClick={client.reconnectNow}>
      Try now
    </Button>
  );
}
