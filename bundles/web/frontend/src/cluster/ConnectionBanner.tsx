import { Alert, AlertActionLink, PageSection } from '../ui/patternfly';
import { useLive, useLiveClient } from '../live/LiveContext';
import type { Connection } from '../live/state';
import { clock, duration, sentence } from '../ui/format';
import { useNow } from '../ui/useNow';

/** Tells that what is shown is old, since when, why, and when the next try comes. */
export function ConnectionBanner() {
  const connection = useLive((state) => state.connection);
  return connection.phase === 'lost' || connection.phase === 'given-up' ? (
    <Lost connection={connection} />
  ) : null;
}

function Lost({ connection }: { connection: Connection }) {
  const client = useLiveClient();
  const now = useNow();
  const { problem } = connection.error ?? {};
  return (
    <PageSection className="edog-banner" isFilled={false}>
      <Alert
        isInline
        variant="warning"
        title={title(connection, now)}
        data-testid="connection-banner"
        actionLinks={<AlertActionLink onClick={client.reconnectNow}>Try now</AlertActionLink>}
      >
        {problem && [problem.title, problem.detail, problem.cure].map(sentence).filter(Boolean).join(' ')}{' '}
        {nextTry(connection, now)}
      </Alert>
    </PageSection>
  );
}

function title({ heardAt }: Connection, now: number): string {
  return heardAt === 0
    ? 'Not connected: nothing could be read yet'
    : `Connection lost: what you see is from ${clock(heardAt)}, ${duration(now - heardAt)} ago`;
}

function nextTry({ phase, retryAt }: Connection, now: number): string {
  if (phase === 'given-up') {
    return 'No more tries are made by themselves.';
  }
  return retryAt > now ? `The next try comes in ${Math.ceil((retryAt - now) / 1000)} s.` : 'Trying now…';
}
