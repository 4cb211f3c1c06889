import { ActionGroup, Button, Form, FormGroup, TextInput } from '../ui/patternfly';
import { type FormEvent, useState } from 'react';
import { asApiError } from '../api/problem';
import type { Problem } from '../api/types';
import { ProblemAlert } from '../ui/ProblemAlert';

interface Props {
  onLogIn: (user: string, password: string) => Promise<void>;
}

export function LoginForm({ onLogIn }: Props) {
  const [user, setUser] = useState('admin');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    onLogIn(user.trim(), password).catch((error: unknown) => {
      setProblem(asApiError(error).problem);
      setPassword('');
      setBusy(false);
    });
  };

  return (
    <Form onSubmit={submit} data-testid="login-form">
      {problem && <ProblemAlert problem={titled(problem)} data-testid="login-problem" />}
      <FormGroup label="User" fieldId="login-user" isRequired>
        <TextInput
          id="login-user"
          data-testid="login-user"
          autoComplete="username"
          value={user}
          onChange={(_, value) => setUser(value)}
          isRequired
        />
      </FormGroup>
      <FormGroup label="Password" fieldId="login-password" isRequired>
        <TextInput
          id="login-password"
          data-testid="login-password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(_, value) => setPassword(value)}
          isRequired
        />
      </FormGroup>
      <ActionGroup>
        <Button type="submit" isBlock isLoading={busy} isDisabled={busy} data-testid="login-submit">
          Log in
        </Button>
      </ActionGroup>
    </Form>
  );
}

/** A wrong password is no matter of being logged in. */
function titled(problem: Problem): Problem {
  if (problem.status !== 401) {
    return problem;
  }
  return { ...problem, title: 'Wrong user or password', detail: problem.detail || 'Nobody was logged in.' };
}
