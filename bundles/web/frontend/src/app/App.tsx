import { LiveProvider } from '../live/LiveContext';
import { LoginScreen } from '../session/LoginScreen';
import { useSession } from '../session/useSession';
import { Toasts } from '../ui/Toasts';
import { Console } from './Console';

export function App() {
  const { session, api, notice, logIn, logOut } = useSession();
  if (session === null || api === null) {
    return <LoginScreen notice={notice} onLogIn={logIn} />;
  }
  return (
    <LiveProvider api={api} key={session.token}>
      <Console user={session.user} onLogOut={logOut} />
      <Toasts />
    </LiveProvider>
  );
}
