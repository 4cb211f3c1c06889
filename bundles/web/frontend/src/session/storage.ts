import { toSession } from '../api/decode';
import type { Session } from '../api/types';

const KEY = 'edog.session';

/** The session of this tab: it survives a reload and ends with the tab. */
export function loadSession(): Session | null {
  try {
    const stored = sessionStorage.getItem(KEY);
    const session = stored === null ? null : toSession(JSON.parse(stored));
    return session?.token ? session : null;
  } catch {
    return null;
  }
}

export function storeSession(session: Session): void {
  sessionStorage.setItem(KEY, JSON.stringify(session));
}

export function forgetSession(): void {
  sessionStorage.removeItem(KEY);
}
