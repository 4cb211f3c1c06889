import { Label } from '../ui/patternfly';
import type { TaskState } from '../api/types';
import {
  BanIcon,
  CheckCircleIcon,
  ExclamationCircleIcon,
  InProgressIcon,
  OutlinedClockIcon,
} from '../ui/icons';

const LOOKS = {
  queued: { text: 'Queued', color: 'grey', icon: OutlinedClockIcon },
  running: { text: 'Running', color: 'blue', icon: InProgressIcon },
  succeeded: { text: 'Done', color: 'green', icon: CheckCircleIcon },
  failed: { text: 'Failed', color: 'red', icon: ExclamationCircleIcon },
  cancelled: { text: 'Cancelled', color: 'grey', icon: BanIcon },
} as const;

export function TaskStateLabel({ state }: { state: TaskState }) {
  const { text, color, icon: Icon } = LOOKS[state];
  return (
    <Label isCompact color={color} icon={<Icon />}>
      {text}
    </Label>
  );
}
