import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Mock, startMock } from '../../dev/mock/server.mjs';
import { EXPIRED } from '../session/useSession';
import { App } from './App';

/** The page as people use it, against a server of its own. */
describe('App', () => {
  let mock: Mock;
  const user = userEvent.setup();
  const within5s = { timeout: 5_000 };

  beforeEach(async () => {
    mock = await startMock();
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(mock.url + path, init));
    window.location.hash = '';
    render(<App />);
  });

  afterEach(() => mock.stop());

  async function logIn(password = 'secret') {
    await user.type(await screen.findByLabelText(/Password/), password);
    await user.click(screen.getByRole('button', { name: 'Log in' }));
  }

  it('tells when the password is wrong', async () => {
    await logIn('wrong');
    expect(await screen.findByText('Wrong user or password', { exact: false })).toBeTruthy();
    expect(sessionStorage.length).toBe(0);
  });

  it('shows that there is nothing yet, then what appears', async () => {
    await logIn();
    expect(await screen.findByText('No virtual machines yet', {}, within5s)).toBeTruthy();
    mock.cluster.put('vm', { id: 'a', name: 'web', state: 'unknown', reason: 'The agent does not answer.' });
    const row = await screen.findByTestId('vm-row-web', {}, within5s);
    expect(within(row).getByText('Unknown')).toBeTruthy();
    expect(within(row).getByText(/The agent does not answer/)).toBeTruthy();
  });

  it('shows a refusal at its field and creates once it is cured', async () => {
    await logIn();
    await user.click(await screen.findByTestId('vm-create', {}, within5s));
    await user.type(screen.getByTestId('field-name'), 'web');
    const memory = screen.getByTestId('field-memoryMiB');
    await user.clear(memory);
    await user.type(memory, '-1');
    await user.click(screen.getByTestId('dialog-confirm'));
    expect((await screen.findByTestId('error-memoryMiB', {}, within5s)).textContent).toContain(
      'Use at least 16.',
    );
    await user.clear(memory);
    await user.type(memory, '64');
    await user.click(screen.getByTestId('dialog-confirm'));
    expect(await screen.findByTestId('vm-row-web', {}, within5s)).toBeTruthy();
  });

  it('deletes only after being told what becomes of the disks, and the name', async () => {
    mock.cluster.put('vm', {
      id: 'a',
      name: 'old',
      state: 'stopped',
      disks: [{ volume: 'v', bus: 'virtio' }],
    });
    await logIn();
    await user.click(await screen.findByTestId('vm-menu-old', {}, within5s));
    await user.click(
      screen.getByTestId('vm-delete-old').querySelector('button') ?? screen.getByTestId('vm-delete-old'),
    );
    const confirm = await screen.findByTestId<HTMLButtonElement>('dialog-confirm');
    await user.type(screen.getByTestId('delete-name'), 'old');
    expect(confirm.disabled).toBe(true);
    await user.click(screen.getByTestId('delete-disks-delete'));
    await user.click(confirm);
    await waitFor(() => expect(screen.queryByTestId('vm-row-old')).toBeNull(), within5s);
  });

  it('goes back to the log-in, with the reason, when the session has ended', async () => {
    await logIn();
    await screen.findByText('No virtual machines yet', {}, within5s);
    mock.api.sessions.clear();
    mock.interrupt();
    mock.resume();
    expect(await screen.findByText(EXPIRED, { exact: false }, within5s)).toBeTruthy();
  });

  it('forgets the token at log-out and says nothing of an expired session', async () => {
    await logIn();
    await user.click(await screen.findByTestId('log-out', {}, within5s));
    await screen.findByTestId('login-form');
    expect(sessionStorage.length).toBe(0);
    await waitFor(() => expect(mock.api.sessions.size).toBe(0), within5s);
    expect(screen.queryByTestId('login-notice')).toBeNull();
  });
});
