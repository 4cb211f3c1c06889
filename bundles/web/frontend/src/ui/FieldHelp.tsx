import { FormHelperText, HelperText, HelperTextItem } from './patternfly';
import { sentence } from './format';
import type { Problem } from '../api/types';

interface Props {
  /** Id of the field it belongs to; the help's own id is derived from it, for aria-describedby. */
  field: string;
  problem: Problem | undefined;
  hint?: string;
}

export const helpId = (field: string): string => `${field}-help`;

/** What is wrong with a field and how to cure it; or else a hint. */
export function FieldHelp({ field, problem, hint }: Props) {
  const words = problem
    ? [problem.detail || problem.title, problem.cure].map(sentence).filter(Boolean).join(' ')
    : hint;
  return words === undefined || words === '' ? null : (
    <FormHelperText>
      <HelperText id={helpId(field)} isLiveRegion>
        <HelperTextItem
          variant={problem ? 'error' : 'default'}
          data-testid={problem ? `error-${field}` : undefined}
        >
          {words}
        </HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
}
