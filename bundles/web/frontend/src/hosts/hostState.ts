import type { HostState } from '../api/types';
import { BanIcon, CheckCircleIcon, PlugIcon, QuestionCircleIcon, WrenchIcon } from '../ui/icons';

/** How each state of a host looks: a word and an icon, never a colour alone. */
export const HOST_LOOKS = {
  up: { text: 'Up', color: 'green', icon: CheckCircleIcon },
  unknown: { text: 'Unknown', color: 'orange', icon: QuestionCircleIcon },
  lost: { text: 'Lost', color: 'red', icon: PlugIcon },
  fenced: { text: 'Fenced', color: 'red', icon: BanIcon },
  maintenance: { text: 'Maintenance', color: 'blue', icon: WrenchIcon },
} as const satisfies Record<HostState, unknown>;
