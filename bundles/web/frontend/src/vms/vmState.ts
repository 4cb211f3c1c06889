import type { LabelProps } from '../ui/patternfly';
import type { ComponentType } from 'react';
import type { VmState } from '../api/types';
import {
  ExclamationCircleIcon,
  InProgressIcon,
  OffIcon,
  PauseIcon,
  PlayIcon,
  QuestionCircleIcon,
  SyncAltIcon,
} from '../ui/icons';

export interface Look {
  text: string;
  color: NonNullable<LabelProps['color']>;
  icon: ComponentType;
}

/** How each state looks: always a word and an icon, never a colour alone. */
export const VM_LOOKS: Readonly<Record<VmState, Look>> = {
  running: { text: 'Running', color: 'green', icon: PlayIcon },
  paused: { text: 'Paused', color: 'purple', icon: PauseIcon },
  stopped: { text: 'Stopped', color: 'grey', icon: OffIcon },
  creating: { text: 'Creating', color: 'blue', icon: InProgressIcon },
  starting: { text: 'Starting', color: 'blue', icon: InProgressIcon },
  stopping: { text: 'Stopping', color: 'blue', icon: InProgressIcon },
  migrating: { text: 'Migrating', color: 'teal', icon: SyncAltIcon },
  unknown: { text: 'Unknown', color: 'orange', icon: QuestionCircleIcon },
  error: { text: 'Error', color: 'red', icon: ExclamationCircleIcon },
};

/** States whose reason and age must be seen at once: something is wrong or not known. */
export function needsExplaining(state: VmState): boolean {
  return state === 'unknown' || state === 'error';
}
