import { SideCard } from '../ui/SideCard';
import { useLive } from '../live/LiveContext';
import { EventLines } from './EventLines';

const SHOWN = 50;

/** What happens in the cluster, as it happens. Tasks have a list of their own. */
export function EventSection() {
  const events = useLive((state) => state.events);
  const lines = events.slice(0, SHOWN);
  return (
    <SideCard title="Events" about="Events, the newest first">
      <EventLines lines={lines} nothing="Nothing has happened yet." />
    </SideCard>
  );
}
