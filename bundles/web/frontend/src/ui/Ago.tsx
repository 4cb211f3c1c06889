import { age, clock } from './format';
import { useNow } from './useNow';

/** An age that counts up, its moment in the tooltip. Nothing when the moment is not known. */
export function Ago({
  since,
  prefix = '',
  suffix = '',
}: {
  since: string;
  prefix?: string;
  suffix?: string;
}) {
  const now = useNow();
  const text = age(since, now);
  return text === '' ? null : (
    <time dateTime={since} title={clock(since)}>
      {prefix}
      {text}
      {suffix}
    </time>
  );
}
