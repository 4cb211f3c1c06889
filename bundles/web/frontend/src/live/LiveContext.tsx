import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { EdogApi } from '../api/EdogApi';
import { LiveClient } from './LiveClient';
import type { LiveState } from './state';

const Context = createContext<{ api: EdogApi; client: LiveClient } | null>(null);

/** Gives the page below it the API and the live state of one session. */
export function LiveProvider({ api, children }: { api: EdogApi; children: ReactNode }) {
  const [client, setClient] = useState<LiveClient | null>(null);
  useEffect(() => {
    const made = new LiveClient(api);
    made.start();
    setClient(made);
    return () => made.stop();
  }, [api]);
  return client === null ? null : <Context.Provider value={{ api, client }}>{children}</Context.Provider>;
}

function useSession() {
  const value = useContext(Context);
  if (value === null) {
    throw new Error('useLive and useApi work below LiveProvider only');
  }
  return value;
}

export const useApi = (): EdogApi => useSession().api;

export const useLiveClient = (): LiveClient => useSession().client;

/** A part of the live state; the component renders again when that part is another one. */
export function useLive<T>(select: (state: LiveState) => T): T {
  return useStore(useSession().client.store, select);
}
