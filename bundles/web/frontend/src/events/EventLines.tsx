import type { EventLine } from '../live/eventLine';
import { useLive } from '../live/LiveContext';
import { clock, short } from '../ui/format';

interface Props {
  lines: readonly EventLine[];
  withName?: boolean;
  nothing: string;
}

/** What happened, the newest first. */
export function EventLines({ lines, withName = true, nothing }: Props) {
  const names = useLive((state) => state.names);
  return lines.length === 0 ? (
    <p className="edog-muted">{nothing}</p>
  ) : (
    <ol className="edog-events" data-testid="event-list">
      {lines.map((line) => (
        <li key={line.key} data-testid="event-line">
          <time dateTime={line.at} className="edog-muted">
            {clock(line.at)}
          </time>
          <span>
            {withName && (
              <strong>
                {line.kind} {line.name}{' '}
              </strong>
            )}
            {line.text} <By who={names.get(line.by) ?? short(line.by)} index={line.index} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function By({ who, index }: { who: string; index: number }) {
  return (
    <span className="edog-muted" title={`Index ${index}, by ${who || 'unknown'}`}>
      {who !== '' && who !== 'system' && `by ${who}`}
    </span>
  );
}
