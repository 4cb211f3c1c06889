import { useCallback, useEffect, useState } from 'react';
import { useLiveClient } from '../live/LiveContext';
import { sayError } from '../ui/toasts';

/** How long people may pause while typing before the server is asked. */
const TYPING_MS = 300;

/** The search among the loaded VMs; while not all of them are loaded, the server is asked for matches too. */
export function useVmSearch(partial: boolean, onChange: () => void) {
  const client = useLiveClient();
  const [search, set] = useState('');
  const setSearch = useCallback(
    (value: string) => {
      set(value);
      onChange();
    },
    [onChange],
  );
  useEffect(() => {
    if (!partial || search.trim() === '') {
      return undefined;
    }
    const ask = () =>
      client.searchVms(search.trim()).catch((error: unknown) => sayError('Search failed', error));
    const timer = setTimeout(() => void ask(), TYPING_MS);
    return () => clearTimeout(timer);
  }, [client, partial, search]);
  return { search, setSearch };
}
