import { createParser } from 'eventsource-parser';
import { API_BASE, authorization } from '../api/http';
import { ApiError, noAnswer, toProblem } from '../api/problem';

/** The server says something at least every 10 s; after this long a silent stream counts as broken. */
export const SILENCE_LIMIT_MS = 25_000;

export interface SseMessage {
  id: string;
  event: string;
  data: string;
}

export interface SseHandlers {
  onOpen: () => void;
  onMessage: (message: SseMessage) => void;
  /** Anything arrived, a comment too: what is shown is fresh as of now. */
  onAlive: () => void;
}

export interface SseRequest {
  token: string;
  lastEventId: string;
  signal: AbortSignal;
  silenceLimitMs?: number;
}

/**
 * Reads the event stream until it ends. EventSource cannot send the Authorization header, hence fetch.
 *
 * @returns when the server closed the stream or `signal` was aborted
 * @throws ApiError when the stream was refused, broke, or fell silent
 */
export async function readEvents(request: SseRequest, handlers: SseHandlers): Promise<void> {
  const silence = new Silence(request.silenceLimitMs ?? SILENCE_LIMIT_MS);
  const abort = () => silence.controller.abort();
  request.signal.addEventListener('abort', abort);
  try {
    await read(request, handlers, silence);
  } catch (error) {
    if (!request.signal.aborted) {
      throw error instanceof ApiError
        ? error
        : noAnswer(silence.expired ? silence.sentence : 'The event stream broke.');
    }
  } finally {
    silence.stop();
    request.signal.removeEventListener('abort', abort);
  }
}

async function read(request: SseRequest, handlers: SseHandlers, silence: Silence): Promise<void> {
  silence.heard();
  const response = await fetch(`${API_BASE}/events`, {
    headers: {
      Accept: 'text/event-stream',
      'Last-Event-ID': request.lastEventId,
      ...authorization(request.token),
    },
    cache: 'no-store',
    signal: silence.controller.signal,
  });
  if (!response.ok || response.body === null) {
    throw new ApiError(toProblem(await response.json().catch(() => null), response.status));
  }
  handlers.onOpen();
  await pump(response.body, handlers, silence);
}

async function pump(
  body: ReadableStream<Uint8Array>,
  handlers: SseHandlers,
  silence: Silence,
): Promise<void> {
  const parser = createParser({
    onEvent: (message) =>
      handlers.onMessage({ id: message.id ?? '', event: message.event ?? '', data: message.data }),
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    silence.heard();
    handlers.onAlive();
    parser.feed(decoder.decode(chunk.value, { stream: true }));
  }
}

/** Aborts the stream when nothing was heard for too long. */
class Silence {
  readonly controller = new AbortController();
  expired = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly limitMs: number) {}

  get sentence(): string {
    return `Nothing was heard for ${Math.round(this.limitMs / 1000)} s.`;
  }

  heard(): void {
    this.stop();
    this.timer = setTimeout(() => {
      this.expired = true;
      this.controller.abort();
    }, this.limitMs);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
