import { useCallback, useMemo, useState } from 'react';
import { EdogApi, login } from '../api/EdogApi';
import type { Session } from '../api/types';
import { clearToasts } from '../ui/toasts';
import { forgetSession, loadSession, storeSession } from './storage';

export const EXPIRED =
  'Your session has ended, because it expired or was closed elsewhere. Please log in again.';

export interface SessionControl {
  session: Session | null;
  api: EdogApi | null;
  /** Why the log-in page is shown, if for a reason worth telling. */
  notice: string;
  logIn: (user: string, password: string) => Promise<void>;
  logOut: () => void;
}

/** Who is logged in, and how that changes. */
export function useSession(): SessionControl {
  const [session, setSession] = useState(loadSession);
  const [notice, setNotice] = useState('');

  const end = useCallback((why: string) => {
    forgetSession();
    clearToasts();
    setNotice(why);
    setSession(null);
  }, []);

  const logIn = useCallback(async (user: string, password: string) => {
    const opened = await login(user, password);
    storeSession(opened);
    setNotice('');
    setSession(opened);
  }, []);

  const token = session?.token;
  const api = useMemo(() => {
    // A late answer to an earlier session must not end the present one.
    const expire = () => (loadSession()?.token === token ? end(EXPIRED) : undefined);
    return token ? new EdogApi(token, expire) : null;
  }, [token, end]);

  const logOut = useCallback(() => {
    // The token is forgotten here whatever the server says; should it not hear us, the session expires by itself.
    void api?.logout().catch(() => undefined);
    end('');
  }, [api, end]);

  return { session, api, notice, logIn, logOut };
}
