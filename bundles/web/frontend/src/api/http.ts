import { ApiError, noAnswer, toProblem } from './problem';
import { number } from './raw';

export const API_BASE = '/api/v1';

/** How long one request may take before it counts as unanswered. */
export const REQUEST_TIMEOUT_MS = 20_000;

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  token?: string;
  headers?: Readonly<Record<string, string>>;
  timeoutMs?: number;
}

export interface Answer {
  status: number;
  body: unknown;
  /** The cluster index that the answer belongs to; 0 when not told. */
  index: number;
  location: string;
}

/** One request. Throws an {@link ApiError} for every answer that is not a success, and for none. */
export async function send(path: string, call: Call = {}): Promise<Answer> {
  const response = await answerOf(path, call);
  const body = await bodyOf(response);
  if (!response.ok) {
    throw new ApiError(toProblem(body, response.status));
  }
  return {
    status: response.status,
    body,
    index: number(response.headers.get('Edog-Index')),
    location: response.headers.get('Location') ?? '',
  };
}

async function answerOf(path: string, call: Call): Promise<Response> {
  try {
    return await fetch(API_BASE + path, {
      method: call.method ?? 'GET',
      headers: headersOf(call),
      signal: AbortSignal.timeout(call.timeoutMs ?? REQUEST_TIMEOUT_MS),
      cache: 'no-store',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
  } catch (error) {
    throw noAnswer(whyNot(error));
  }
}

function whyNot(error: unknown): string {
  const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
  return timedOut ? 'The request took too long.' : 'The connection was refused or broke.';
}

function headersOf(call: Call): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...authorization(call.token),
    ...call.headers,
  };
}

export function authorization(token: string | undefined): Record<string, string> {
  return token ? { Authorization: `Bearer ${token}` } : {};
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  } catch {
    // Not JSON, or cut off: a proxy's error page, say. The status alone tells what is to be told.
    return null;
  }
}
