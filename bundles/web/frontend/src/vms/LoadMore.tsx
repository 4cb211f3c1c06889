import { Button } from '../ui/patternfly';
import { useState } from 'react';
import { useLiveClient } from '../live/LiveContext';
import { sayError } from '../ui/toasts';

/** Tells that the list is not complete, and brings its next page. */
export function LoadMore({ loaded, total }: { loaded: number; total: number }) {
  const client = useLiveClient();
  const [busy, setBusy] = useState(false);
  const load = () => {
    setBusy(true);
    client
      .loadMoreVms()
      .catch((error: unknown) => sayError('The next VMs could not be read', error))
      .finally(() => setBusy(false));
  };
  return (
    <p className="edog-more">
      {loaded.toLocaleString('en')} of {total.toLocaleString('en')} VMs are loaded; the search looks at all.{' '}
      <Button variant="link" isInline isLoading={busy} onClick={load} data-testid="vm-more">
        Load more
      </Button>
    </p>
  );
}
