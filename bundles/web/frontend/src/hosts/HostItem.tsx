import { Label } from '../ui/patternfly';
import type { Host } from '../api/types';
import { Ago } from '../ui/Ago';
import { mebibytes, sentence } from '../ui/format';
import { HOST_LOOKS } from './hostState';

/** One host: its state and why, and how much of it is free. */
export function HostItem({ host }: { host: Host }) {
  const { text, color, icon: Icon } = HOST_LOOKS[host.state];
  const free = host.freeMiB === null ? '' : ` (${mebibytes(host.freeMiB)} free)`;
  return (
    <li className="edog-host" data-testid={`host-${host.name}`}>
      <div className="edog-task-head">
        <strong>{host.name}</strong>
        <Label isCompact color={color} icon={<Icon />} data-state={host.state}>
          {text}
        </Label>
      </div>
      {host.reason !== '' && (
        <span className="edog-reason">
          {sentence(host.reason)} <Ago since={host.since} prefix="For " suffix="." />
        </span>
      )}
      <span className="edog-muted">
        {host.cpus} CPUs, {mebibytes(host.memoryMiB)}
        {free}
      </span>
      <Part name="Agent" state={host.agent} />
      <Part name="libvirt" state={host.libvirt} />
    </li>
  );
}

/** A part of a host that does not answer; one that is up needs no words. */
function Part({ name, state }: { name: string; state: string }) {
  return state === '' || state === 'up' ? null : (
    <span className="edog-reason">
      {name}: {state}
    </span>
  );
}
