import { useCallback, useSyncExternalStore } from 'react';

const PREFIX = '#/vms/';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function current(): string {
  const { hash } = window.location;
  return hash.startsWith(PREFIX) ? decodeURIComponent(hash.slice(PREFIX.length)) : '';
}

/** The VM whose details are open. It is in the address, so that it can be passed on and the back button works. */
export function useOpenedVm() {
  const opened = useSyncExternalStore(subscribe, current);
  const open = useCallback((id: string) => (window.location.hash = `${PREFIX}${encodeURIComponent(id)}`), []);
  const close = useCallback(() => (window.location.hash = '#/'), []);
  return { opened, open, close };
}
