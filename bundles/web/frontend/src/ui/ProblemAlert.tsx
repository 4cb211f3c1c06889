import { sentence } from './format';
import { Alert, type AlertProps } from './patternfly';
import type { ReactNode } from 'react';
import type { Problem } from '../api/types';

interface Props {
  problem: Problem;
  variant?: AlertProps['variant'];
  action?: ReactNode;
  'data-testid'?: string;
}

/** A problem as the API tells it: what kind, this very case, and the cure. */
export function ProblemAlert({ problem, variant = 'danger', action, 'data-testid': testId }: Props) {
  return (
    <Alert
      isInline
      variant={variant}
      title={problem.title}
      actionLinks={action}
      data-testid={testId}
      role="alert"
    >
      <ProblemText problem={problem} />
    </Alert>
  );
}

/** The sentences of a problem without its title. */
export function ProblemText({ problem }: { problem: Problem }) {
  return (
    <>
      {problem.detail !== '' && <p>{sentence(problem.detail)}</p>}
      {problem.cure !== '' && <p className="edog-cure">{sentence(problem.cure)}</p>}
    </>
  );
}
