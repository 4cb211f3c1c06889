import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/problem';
import { answering, headersOf, json } from '../testing/fetching';
import { readEvents, type SseMessage } from './sse';

function streamOf(chunks: string[], close = true): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(encoder.encode(chunk)));
      if (close) {
        controller.close();
      }
    },
  });
  return new Response(body, { status: 200 });
}

/** A stream that says nothing and, as a real one, breaks when its request is aborted. */
function silentFetch() {
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) =>
        init.signal?.addEventListener('abort', () =>
          controller.error(new DOMException('aborted', 'AbortError')),
        ),
    });
    return Promise.resolve(new Response(body, { status: 200 }));
  });
}

const handlers = () => ({
  onOpen: vi.fn(),
  onAlive: vi.fn(),
  onMessage: vi.fn<(message: SseMessage) => void>(),
});
const request = () => ({ token: 'secret', lastEventId: '41', signal: new AbortController().signal });

describe('readEvents', () => {
  it('reads events however they are cut into chunks', async () => {
    const fetching = answering(streamOf([': hello\n\n', 'id: 42\nevent: vm.p', 'ut\ndata: {"a":', '1}\n\n']));
    const to = handlers();
    await readEvents(request(), to);
    expect(to.onMessage.mock.calls).toEqual([[{ id: '42', event: 'vm.put', data: '{"a":1}' }]]);
    expect(to.onAlive).toHaveBeenCalledTimes(4);
    expect(headersOf(fetching).get('Last-Event-ID')).toBe('41');
    expect(headersOf(fetching).get('Authorization')).toBe('Bearer secret');
  });

  it('tells the problem when the stream is refused', async () => {
    answering(json(410, { title: 'Gone', detail: 'too old' }));
    await expect(readEvents(request(), handlers())).rejects.toMatchObject({
      status: 410,
      message: 'too old',
    });
  });

  it('takes a stream that fell silent for broken', async () => {
    silentFetch();
    const reading = readEvents({ ...request(), silenceLimitMs: 30 }, handlers());
    await expect(reading).rejects.toThrow('Nothing was heard');
    await expect(reading).rejects.toBeInstanceOf(ApiError);
  });

  it('ends quietly when it is no longer wanted', async () => {
    silentFetch();
    const stopped = new AbortController();
    const reading = readEvents({ ...request(), signal: stopped.signal }, handlers());
    stopped.abort();
    await expect(reading).resolves.toBeUndefined();
  });
});
