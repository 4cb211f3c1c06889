import { type FormEvent, useRef, useState } from 'react';
import { newKey } from '../../api/keys';
import { asApiError } from '../../api/problem';
import { byField, type Draft, type DraftField, type FieldProblems, unsendable } from './draft';

export interface DraftForm {
  draft: Draft;
  problems: FieldProblems;
  busy: boolean;
  set: <F extends DraftField>(field: F, value: Draft[F]) => void;
  submit: (event?: FormEvent) => void;
}

/**
 * A form for a VM and its fate.
 *
 * @param fields the fields that are on the form
 * @param send sends the draft under an idempotency key; the same key as long as nobody answered and nothing was changed
 * @param done called after success
 */
export function useDraft(
  initial: Draft,
  fields: readonly DraftField[],
  send: (draft: Draft, key: string) => Promise<unknown>,
  done: () => void,
): DraftForm {
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());

  const set: DraftForm['set'] = (field, value) => {
    key.current = newKey();
    setDraft((now) => ({ ...now, [field]: value }));
    setProblems((now) => ({ ...now, [field]: undefined }));
  };

  const refused = (caught: unknown) => {
    const error = asApiError(caught);
    if (!error.undecided) {
      key.current = newKey();
    }
    setProblems(byField(error.problem, fields));
    setBusy(false);
  };

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const wrong = unsendable(draft, fields);
    setProblems(wrong);
    if (Object.keys(wrong).length === 0 && !busy) {
      setBusy(true);
      send(draft, key.current).then(done, refused);
    }
  };

  return { draft, problems, busy, set, submit };
}
