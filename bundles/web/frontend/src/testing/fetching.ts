import { vi } from 'vitest';

/** Answers each request in turn with one of the given; an Error breaks the connection instead. */
export function answering(...answers: (Response | Error)[]) {
  const fetching = vi.fn<typeof fetch>(() => {
    const answer = answers.shift() ?? new Error('no further request was expected');
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  vi.stubGlobal('fetch', fetching);
  return fetching;
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers });
}

/** The headers of the n-th request. */
export function headersOf(fetching: ReturnType<typeof answering>, call = 0): Headers {
  return new Headers(fetching.mock.calls[call]?.[1]?.headers);
}
