import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EdogApi } from '../api/EdogApi';
import { asApiError, type ApiError } from '../api/problem';
import { Backoff } from './backoff';
import { extend } from './collection';
import { toChangeEvent } from './event';
import { loadAll, PAGE_SIZE } from './load';
import { withNames } from './names';
import { applyEvent, trimTasks, withHosts } from './reducer';
import { readEvents, type SseMessage } from './sse';
import { type Connection, INITIAL, type LiveState } from './state';
import { Wakeable } from './Wakeable';

/** How many entries before the present the event list begins with. */
const HISTORY = 50;

/** How often leases, free memory and the cluster's status are read; they are not in the event stream. */
const POLL_MS = 5_000;

/**
 * Keeps a {@link LiveState} true: reads the lists once, then follows the event stream from the index of that reading,
 * and begins again where it stopped whenever the stream breaks. One per session; {@link start} once, then {@link stop}.
 */
export class LiveClient {
  readonly store: StoreApi<LiveState> = createStore<LiveState>()(() => INITIAL);
  private readonly stopped = new AbortController();
  private readonly backoff = new Backoff();
  private readonly pause = new Wakeable();
  private readonly pollPause = new Wakeable();
  private loaded = false;
  private resumeFrom = 0;
  /** How many entries before the present to ask for, at the first connection. */
  private history = HISTORY;

  constructor(private readonly api: EdogApi) {}

  start(): void {
    window.addEventListener('online', this.reconnectNow);
    void this.follow();
    void this.poll();
  }

  stop(): void {
    window.removeEventListener('online', this.reconnectNow);
    this.stopped.abort();
  }

  reconnectNow = (): void => this.pause.wake();

  /** Reads the next page of VMs. */
  loadMoreVms = async (): Promise<void> => {
    const page = await this.api.vms({
      limit: PAGE_SIZE,
      sort: 'name',
      after: this.store.getState().vms.next,
    });
    this.store.setState((now) => ({ vms: extend(now.vms, page, page.next) }));
  };

  /** Asks the server for VMs that match, and adds them to what is loaded. */
  searchVms = async (q: string): Promise<void> => {
    const page = await this.api.vms({ limit: PAGE_SIZE, sort: 'name', q });
    this.store.setState((now) => ({ vms: extend(now.vms, page, now.vms.next) }));
  };

  private isStopped(): boolean {
    return this.stopped.signal.aborted;
  }

  private async follow(): Promise<void> {
    while (!this.isStopped()) {
      const error = await this.once();
      if (this.isStopped()) {
        return;
      }
      if (error?.status === 401) {
        this.api.onUnauthorized();
        return;
      }
      const wait = this.backoff.next();
      this.lost(error, wait);
      await this.pause.wait(wait, this.stopped.signal);
    }
  }

  /** One connection, from its opening to its end; what ended it, or null when the server closed it. */
  private async once(): Promise<ApiError | null> {
    try {
      await this.load();
      const lastEventId = String(this.resumeFrom);
      const request = { token: this.api.token, lastEventId, signal: this.stopped.signal };
      await readEvents(request, { onOpen: this.opened, onAlive: this.heard, onMessage: this.received });
      return null;
    } catch (caught) {
      return this.failed(asApiError(caught));
    }
  }

  /** The journal no longer holds what follows our index: the lists are read afresh, the history is skipped. */
  private failed(error: ApiError): ApiError {
    if (error.status === 410) {
      this.loaded = false;
      this.history = 0;
    }
    return error;
  }

  private async load(): Promise<void> {
    if (this.loaded) {
      return;
    }
    const index = await loadAll(this.api, this.store);
    void this.loadNames();
    this.loaded = true;
    this.resumeFrom = Math.max(0, this.store.getState().lastIndex === 0 ? index - this.history : index);
  }

  private async loadNames(): Promise<void> {
    const names = await this.api.userNames().catch(() => new Map<string, string>());
    this.store.setState((now) => withNames(now, names));
  }

  private opened = (): void => {
    this.backoff.succeeded();
    this.pollPause.wake();
    this.heard();
  };

  private heard = (): void =>
    this.connection({ phase: 'live', heardAt: Date.now(), retryAt: 0, error: null });

  private received = (message: SseMessage): void => {
    const event = toChangeEvent(message);
    if (event !== null) {
      this.store.setState((now) => trimTasks(applyEvent(now, event)));
      // One index may hold several changes and the cut may fall between them: begin before it, not after it.
      this.resumeFrom = Math.max(this.resumeFrom, event.index - 1);
    }
  };

  private lost(error: ApiError | null, wait: number | null): void {
    const phase = wait === null ? 'given-up' : 'lost';
    this.connection({ phase, retryAt: wait === null ? 0 : Date.now() + wait, error });
  }

  private connection(change: Partial<Connection>): void {
    this.store.setState((now) => ({ connection: { ...now.connection, ...change } }));
  }

  private async poll(): Promise<void> {
    while (!this.isStopped()) {
      if (document.visibilityState === 'visible') {
        await Promise.all([this.pollCluster(), this.pollHosts()]);
      }
      await this.pollPause.wait(POLL_MS, this.stopped.signal);
    }
  }

  private async pollCluster(): Promise<void> {
    try {
      const cluster = await this.api.cluster();
      this.store.setState({ cluster, clusterError: null });
    } catch (error) {
      this.store.setState({ clusterError: asApiError(error) });
    }
  }

  private async pollHosts(): Promise<void> {
    try {
      const page = await this.api.hosts({ limit: PAGE_SIZE, sort: 'name' });
      this.store.setState((now) => withHosts(now, page));
    } catch {
      // The event stream and the cluster's line tell that edog does not answer; hosts keep their last known values.
    }
  }
}
