import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '../../ui/patternfly';
import type { ReactNode } from 'react';
import type { Policy, Vm } from '../../api/types';
import { useLive } from '../../live/LiveContext';
import { Ago } from '../../ui/Ago';
import { clock, mebibytes, sentence } from '../../ui/format';
import { Pending } from '../VmStateCell';

export function VmFacts({ vm }: { vm: Vm }) {
  const host = useLive((state) => state.hosts.items.get(vm.host)?.name) ?? vm.host;
  return (
    <DescriptionList isHorizontal isCompact aria-label={`Facts about ${vm.name}`}>
      <Fact name="Why">{sentence(vm.reason)}</Fact>
      <Fact name="Since">{vm.since && <Moment at={vm.since} />}</Fact>
      <Fact name="Last confirmed">{vm.observedAt && <Moment at={vm.observedAt} />}</Fact>
      <Fact name="Wanted">{vm.desired}</Fact>
      <Fact name="Host">{host}</Fact>
      <Fact name="Run">{vm.run === null ? '' : String(vm.run)}</Fact>
      <Fact name="CPUs">{vm.cpus}</Fact>
      <Fact name="Memory">{mebibytes(vm.memoryMiB)}</Fact>
      <Fact name="Pending">{vm.pending.length > 0 && <Pending fields={vm.pending} />}</Fact>
      <Fact name="By itself">
        <PolicyWords policy={vm.policy} />
      </Fact>
      <Fact name="Disks">
        {vm.disks.length > 0 && <Lines of={vm.disks.map((d) => `${d.volume} (${d.bus})`)} />}
      </Fact>
      <Fact name="Network">
        {vm.nics.length > 0 && <Lines of={vm.nics.map((n) => `${n.bridge}, ${n.mac}, ${n.model}`)} />}
      </Fact>
      <Fact name="Version">{vm.version}</Fact>
      <Fact name="Id">
        <code>{vm.id}</code>
      </Fact>
    </DescriptionList>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const known = children !== '' && children !== false && children !== null;
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{name}</DescriptionListTerm>
      <DescriptionListDescription>{known ? children : '–'}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

function Moment({ at }: { at: string }) {
  return (
    <>
      {clock(at)} (<Ago since={at} suffix=" ago" />)
    </>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((line) => (
        <div key={line} className="edog-wrap">
          {line}
        </div>
      ))}
    </>
  );
}

function PolicyWords({ policy }: { policy: Policy }) {
  return (
    <Lines
      of={[`crash: ${policy.onCrash}`, `shutdown: ${policy.onShutdown}`, `host lost: ${policy.onHostLoss}`]}
    />
  );
}
