import { SideCard } from '../ui/SideCard';
import { Skeleton } from '../ui/patternfly';
import { useLive } from '../live/LiveContext';
import { ProblemAlert } from '../ui/ProblemAlert';
import { HostItem } from './HostItem';

/** The machines that run the VMs. */
export function HostSection() {
  const hosts = useLive((state) => state.hosts);
  const items = [...hosts.items.values()].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <SideCard title="Hosts" about="Hosts and their states">
      {hosts.status === 'loading' && <Skeleton screenreaderText="Loading hosts" />}
      {hosts.status === 'failed' && hosts.error && (
        <ProblemAlert problem={hosts.error.problem} variant="warning" />
      )}
      {hosts.status === 'ready' && items.length === 0 && (
        <p className="edog-muted">None to see: no host has reported yet, or your role does not show them.</p>
      )}
      <ul className="edog-tasks">
        {items.map((host) => (
          <HostItem key={host.id} host={host} />
        ))}
      </ul>
    </SideCard>
  );
}
