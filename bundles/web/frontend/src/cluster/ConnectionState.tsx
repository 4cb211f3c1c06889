import { Label } from '../ui/patternfly';
import { useLive } from '../live/LiveContext';
import { CheckCircleIcon, DisconnectedIcon, InProgressIcon } from '../ui/icons';

const LOOKS = {
  connecting: { text: 'Connecting', color: 'blue', icon: InProgressIcon },
  live: { text: 'Live', color: 'green', icon: CheckCircleIcon },
  lost: { text: 'Not live', color: 'orange', icon: DisconnectedIcon },
  'given-up': { text: 'Not live', color: 'orange', icon: DisconnectedIcon },
} as const;

/** Whether what is shown follows the cluster. */
export function ConnectionState() {
  const phase = useLive((state) => state.connection.phase);
  const { text, color, icon: Icon } = LOOKS[phase];
  return (
    <Label isCompact color={color} icon={<Icon />} data-testid="connection-state" data-phase={phase}>
      {text}
    </Label>
  );
}
