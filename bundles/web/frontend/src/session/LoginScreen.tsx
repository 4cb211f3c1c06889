import { Alert, Card, CardBody, CardTitle, Title } from '../ui/patternfly';
import { Brand } from '../ui/Brand';
import { LoginForm } from './LoginForm';

interface Props {
  notice: string;
  onLogIn: (user: string, password: string) => Promise<void>;
}

export function LoginScreen({ notice, onLogIn }: Props) {
  return (
    <main className="edog-login">
      <Card className="edog-login-card">
        <CardTitle>
          <Brand />
          <Title headingLevel="h1" size="xl">
            Log in
          </Title>
        </CardTitle>
        <CardBody>
          {notice !== '' && (
            <Alert
              isInline
              variant="info"
              title={notice}
              data-testid="login-notice"
              className="edog-login-notice"
            />
          )}
          <LoginForm onLogIn={onLogIn} />
        </CardBody>
      </Card>
    </main>
  );
}
