import {
  Divider,
  DrawerActions,
  DrawerCloseButton,
  DrawerHead,
  DrawerPanelBody,
  DrawerPanelContent,
  Title,
} from '../../ui/patternfly';
import { useEffect, useRef } from 'react';
import type { Vm } from '../../api/types';
import { EventLines } from '../../events/EventLines';
import { useLive } from '../../live/LiveContext';
import { isOver } from '../../api/decodeWork';
import { TaskLine } from '../../tasks/TaskLine';
import type { Operation } from '../availability';
import { VmMenu } from '../VmMenu';
import { VmPrimaryButton } from '../VmPrimaryButton';
import { VmStateLabel } from '../VmStateLabel';
import { VmFacts } from './VmFacts';

interface Props {
  vm: Vm;
  onClose: () => void;
  onBegin: (operation: Operation, vm: Vm) => void;
}

/** Everything that is known of one VM. */
export function VmDetail({ vm, onClose, onBegin }: Props) {
  const close = useRef<HTMLSpanElement>(null);
  useEffect(() => close.current?.focus(), [vm.id]);
  return (
    <DrawerPanelContent widths={{ default: 'width_50', xl: 'width_33' }} data-testid="vm-detail">
      <DrawerHead>
        <span tabIndex={-1} ref={close}>
          <Title headingLevel="h2" size="lg">
            {vm.name}
          </Title>
        </span>
        <DrawerActions>
          <DrawerCloseButton onClick={onClose} aria-label={`Close details of ${vm.name}`} />
        </DrawerActions>
      </DrawerHead>
      <DrawerPanelBody>
        <div className="edog-detail-actions">
          <VmStateLabel state={vm.state} data-testid="vm-detail-state" />
          <VmPrimaryButton vm={vm} onBegin={onBegin} />
          <VmMenu vm={vm} onBegin={onBegin} testId="vm-detail-menu" />
        </div>
        <OpenTask id={vm.id} />
        <VmFacts vm={vm} />
        <Divider className="edog-divider" />
        <VmEvents id={vm.id} />
      </DrawerPanelBody>
    </DrawerPanelContent>
  );
}

function OpenTask({ id }: { id: string }) {
  const tasks = useLive((state) => state.tasks.items);
  const open = [...tasks.values()].find((task) => task.subject === id && !isOver(task));
  return open ? <TaskLine task={open} /> : null;
}

const SHOWN_EVENTS = 20;

function VmEvents({ id }: { id: string }) {
  const events = useLive((state) => state.events);
  const own = events.filter((line) => line.kind === 'vm' && line.id === id).slice(0, SHOWN_EVENTS);
  return (
    <section aria-label="Recent events of this VM">
      <Title headingLevel="h3" size="md">
        Recent events
      </Title>
      <EventLines lines={own} withName={false} nothing="Nothing happened to it lately." />
    </section>
  );
}
