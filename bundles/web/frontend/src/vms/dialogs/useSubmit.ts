import { type FormEvent, useState } from 'react';
import { asApiError } from '../../api/problem';
import type { Problem } from '../../api/types';

/** The fate of a dialog that sends one request: busy, then closed, or open with the problem. */
export function useSubmit(send: () => Promise<unknown>, onClose: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const onSubmit = (event?: FormEvent) => {
    event?.preventDefault();
    setBusy(true);
    setProblem(undefined);
    send().then(onClose, (error: unknown) => {
      setProblem(asApiError(error).problem);
      setBusy(false);
    });
  };
  return { busy, problem, onSubmit };
}
