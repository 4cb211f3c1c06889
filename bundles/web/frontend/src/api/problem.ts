import { number, object, text } from './raw';
import type { Problem } from './types';

/** A refused or unanswered request. `status` 0 means that nobody answered. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ApiError';
  }

  get status(): number {
    return this.problem.status;
  }

  /** Whether the request may have been carried out although no answer came. */
  get undecided(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  401: 'Not logged in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  410: 'No longer kept',
  422: 'Not valid',
  503: 'Not available',
};

/** What an answer means that is no problem+json: it did not come from the API itself. */
const UNEXPLAINED: Readonly<Record<number, string>> = {
  404: 'The API is not there; the appliance may be starting.',
  502: 'Something before edog could not reach it.',
  504: 'Something before edog waited for it in vain.',
};

export function toProblem(value: unknown, status: number): Problem {
  const raw = object(value);
  const actual = number(raw['status'], status);
  return {
    type: text(raw['type']),
    title: text(raw['title']) || (TITLES[actual] ?? `Error ${actual}`),
    status: actual,
    detail: text(raw['detail']) || (raw['title'] === undefined ? (UNEXPLAINED[actual] ?? '') : ''),
    field: fieldName(text(raw['field'])),
    cure: text(raw['cure']),
  };
}

/** `/policy/onCrash`, `$.policy.onCrash` and `policy.onCrash` all name the same field. */
function fieldName(field: string): string {
  return field.replace(/^[$./]+/, '').replaceAll('/', '.');
}

/** The error for a request that nobody answered. */
export function noAnswer(detail: string): ApiError {
  return new ApiError({
    type: '',
    title: 'edog does not answer',
    status: 0,
    detail,
    field: '',
    cure: 'Check that the appliance is up (./edog status) and that this machine can reach it.',
  });
}

export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : noAnswer(error instanceof Error ? error.message : String(error));
}
